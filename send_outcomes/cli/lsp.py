"""`send-outcomes lsp`: the language server that an editor starts."""


def lsp() -> None:
    """Serve an editor over standard input and output: findings, reasons and fixes in YAML, Markdown and text."""
    try:
        from send_outcomes.editor.server import serve  # noqa: PLC0415 -- heavy, and an extra
    except ModuleNotFoundError as missing:
        from send_outcomes.documents import SettingsProblem  # noqa: PLC0415

        if missing.name not in ("pygls", "lsprotocol"):
            raise
        raise SettingsProblem('the language server needs pygls: pip install "send-outcomes[lsp]"') from None
    serve()
