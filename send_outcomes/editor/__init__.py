"""A language server: what lint finds, shown in an editor while a plan or a template library is being written."""
