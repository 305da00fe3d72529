"""Time in school life: the ends that an outcome names, told from frequencies and lengths, and resolved to dates."""
