"""The server itself: open and changed texts in; diagnostics, hovers and code actions out, over standard input and output.

Needs the extra `lsp` (pygls). Nothing leaves the machine: the editor and this process talk through a pipe.
"""

import datetime as dt
import logging
from pathlib import Path
from urllib.parse import unquote, urlparse

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.workspace import TextDocument

from send_outcomes import __version__
from send_outcomes.configuration import Choice, Engines, configuration_for
from send_outcomes.documents import SettingsProblem
from send_outcomes.editor.diagnosing import EDITED, Diagnosis, Remark, Spot, diagnose
from send_outcomes.findings import Severity
from send_outcomes.readers.registry import format_of
from send_outcomes.rulebook.packs import documents_cited
from send_outcomes.rulebook.rules import Rule

SOURCE = "send-outcomes"
_LEVELS = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
    Severity.INFO: lsp.DiagnosticSeverity.Information,
}
_LANGUAGES = {"yaml": "yaml", "markdown": "markdown", "plaintext": "text"}


class OutcomesServer(LanguageServer):
    """Remembers what was last found in each open text, and the rules in force in each folder."""

    def __init__(self) -> None:
        """Start with nothing open."""
        super().__init__(SOURCE, __version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Incremental)
        self.found: dict[str, Diagnosis] = {}
        self._engines: dict[Path, Engines] = {}

    def look(self, document: TextDocument) -> None:
        """Check an open text and publish what was found. Texts in other formats are left alone."""
        format_ = format_of(Path(document.path or "").suffix) or _LANGUAGES.get(document.language_id or "")
        if format_ not in EDITED:
            return
        path = _path_of(document.uri)
        try:
            engine = self._engines_for(path.parent).of(str(path))
            self.found[document.uri] = diagnose(document.source, str(path), format_, engine)
        except SettingsProblem as problem:
            self.found[document.uri] = Diagnosis((), ())
            self.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Error, f"send-outcomes: {problem}"))
        diagnostics = [_diagnostic(document, remark) for remark in self.found[document.uri].remarks]
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(document.uri, diagnostics, document.version))

    def rule(self, uri: str, code: str) -> Rule | None:
        """Return the rule of that code as it is in force for a text."""
        path = _path_of(uri)
        rules = self._engines_for(path.parent).of(str(path)).rulebook.rules
        return next((rule for rule in rules if rule.code == code), None)

    def forget_settings(self) -> None:
        """Read the files of settings again when next asked."""
        self._engines.clear()

    def _engines_for(self, folder: Path) -> Engines:
        if folder not in self._engines:
            given = configuration_for(folder if folder.is_dir() else Path.cwd())
            self._engines[folder] = Engines(Choice(suggest=True), given, dt.date.today())
        return self._engines[folder]


def serve() -> None:
    """Run until the editor ends it."""
    logging.getLogger("pygls").setLevel(logging.CRITICAL)  # its log would hold texts
    new_server().start_io()


def new_server() -> OutcomesServer:
    """Return a server with everything that it answers to."""
    server = OutcomesServer()

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: lsp.DidOpenTextDocumentParams) -> None:
        server.look(server.workspace.get_text_document(params.text_document.uri))

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: lsp.DidChangeTextDocumentParams) -> None:
        server.look(server.workspace.get_text_document(params.text_document.uri))

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: lsp.DidSaveTextDocumentParams) -> None:
        server.forget_settings()
        server.look(server.workspace.get_text_document(params.text_document.uri))

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: lsp.DidCloseTextDocumentParams) -> None:
        server.found.pop(params.text_document.uri, None)
        server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(params.text_document.uri, []))

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    def hover(params: lsp.HoverParams) -> lsp.Hover | None:
        return _hover(server, params)

    @server.feature(
        lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix, lsp.CodeActionKind.RefactorRewrite])
    )
    def actions(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        return _actions(server, params)

    return server


def _diagnostic(document: TextDocument, remark: Remark) -> lsp.Diagnostic:
    finding = remark.finding
    return lsp.Diagnostic(
        range=_range(document, remark.spot),
        message=remark.message,
        severity=_LEVELS[remark.severity],
        code=f"{finding.code} {finding.name}" if finding else None,
        source=SOURCE,
    )


def _hover(server: OutcomesServer, params: lsp.HoverParams) -> lsp.Hover | None:
    """Say of each finding at a place why it is one, and which document says so."""
    uri = params.text_document.uri
    document = server.workspace.get_text_document(uri)
    here = [
        remark.finding
        for remark in server.found.get(uri, Diagnosis((), ())).remarks
        if remark.finding and _holds(_range(document, remark.spot), params.position)
    ]
    if not here:
        return None
    said = []
    for finding in here:
        rule = server.rule(uri, finding.code)
        cited = documents_cited().get(rule.source.document, {}).get("title", rule.source.document) if rule else ""
        said.append(
            f"**{finding.code} {finding.name}**  \n{finding.message}\n\n{finding.why}"
            + (f"\n\n*{cited}: {rule.source.passage}*" if rule else "")
        )
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, "\n\n---\n\n".join(said)))


def _actions(server: OutcomesServer, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    """Offer the safe fixes and suggestions at a place; a suggestion is never the preferred one."""
    uri = params.text_document.uri
    document = server.workspace.get_text_document(uri)
    found = server.found.get(uri, Diagnosis((), ()))
    offered = []
    for remark in found.remarks:
        fix = remark.finding.fix if remark.finding else None
        where = _range(document, remark.spot)
        if fix is None or not _meet(where, params.range):
            continue
        title = f"Write “{fix.replacement}”" if fix.replacement.strip() else "Close the gap"
        edit = lsp.WorkspaceEdit(changes={uri: [lsp.TextEdit(where, fix.replacement)]})
        kind = lsp.CodeActionKind.QuickFix
        offered.append(lsp.CodeAction(title, kind, [_diagnostic(document, remark)], is_preferred=fix.kind == "safe", edit=edit))
    for offer in found.offers:
        where = _range(document, offer.spot)
        if _meet(where, params.range):
            edit = lsp.WorkspaceEdit(changes={uri: [lsp.TextEdit(where, offer.text)]})
            offered.append(lsp.CodeAction(f"Say it as: {offer.text}", lsp.CodeActionKind.RefactorRewrite, edit=edit))
    return offered


def _range(document: TextDocument, spot: Spot) -> lsp.Range:
    codec, lines = document.position_codec, document.lines
    start = codec.position_to_client_units(lines, lsp.Position(spot.line, spot.column))
    end = codec.position_to_client_units(lines, lsp.Position(spot.end_line, spot.end_column))
    return lsp.Range(start, end)


def _holds(where: lsp.Range, position: lsp.Position) -> bool:
    return (
        (where.start.line, where.start.character)
        <= (position.line, position.character)
        <= (where.end.line, where.end.character)
    )


def _meet(one: lsp.Range, other: lsp.Range) -> bool:
    return _holds(one, other.start) or _holds(one, other.end) or _holds(other, one.start)


def _path_of(uri: str) -> Path:
    """Return the path of a file: URI; Windows' drive letters stand behind a slash there."""
    path = unquote(urlparse(uri).path)
    return Path(path[1:] if path[2:3] == ":" else path)
