"""The language server, asked by a real client over standard input and output."""

import asyncio
import json
import subprocess
import sys

import pytest

pytest.importorskip("pygls")
from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

PLAN = """plan: L-1
outcomes:
  - "Sam 😀 will improve with his TA."
  - By July 2027, I will read a page to my dad.
"""


class Editor:
    """A client that opens one text and keeps what is published on it."""

    def __init__(self, folder):
        self.client = LanguageClient("editor", "1")
        self.folder, self.published = folder, asyncio.Queue()
        self.client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda params: self.published.put_nowait(params))  # noqa: PLW0108 -- pygls names it

    async def __aenter__(self):
        await self.client.start_io(sys.executable, "-m", "send_outcomes", "lsp")
        capabilities = lsp.ClientCapabilities()
        await self.client.initialize_async(lsp.InitializeParams(capabilities, root_uri=self.folder.as_uri()))
        self.client.initialized(lsp.InitializedParams())
        return self

    async def __aexit__(self, *_):
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()

    async def open(self, name, text, language="yaml"):
        self.uri = (self.folder / name).as_uri()
        item = lsp.TextDocumentItem(self.uri, language, 1, text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        return await self.said()

    async def change(self, text):
        whole = lsp.TextDocumentContentChangeWholeDocument(text)
        document = lsp.VersionedTextDocumentIdentifier(2, self.uri)
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(document, [whole]))
        return await self.said()

    async def said(self):
        published = await asyncio.wait_for(self.published.get(), 60)
        return {d.code.split()[0] if d.code else None: d for d in published.diagnostics}

    async def hover(self, line, character):
        document = lsp.TextDocumentIdentifier(self.uri)
        answer = await self.client.text_document_hover_async(lsp.HoverParams(document, lsp.Position(line, character)))
        return answer.contents.value if answer else None

    async def actions(self, where):
        document = lsp.TextDocumentIdentifier(self.uri)
        params = lsp.CodeActionParams(document, where, lsp.CodeActionContext([]))
        return {action.title: action for action in await self.client.text_document_code_action_async(params) or []}


def test_it_leaves_quietly_when_the_editor_does():
    def said(**more):
        body = json.dumps({"jsonrpc": "2.0", **more}).encode()
        return b"Content-Length: %d\r\n\r\n" % len(body) + body

    hello = said(id=1, method="initialize", params={"processId": None, "rootUri": None, "capabilities": {}})
    words = hello + said(method="initialized", params={}) + said(id=2, method="shutdown") + said(method="exit")
    left = subprocess.run(
        [sys.executable, "-m", "send_outcomes", "lsp"], input=words, capture_output=True, timeout=60, check=False
    )
    assert (left.returncode, left.stderr) == (0, b"")


def test_an_editor_sees_findings_reasons_and_fixes(tmp_path):
    async def session():
        async with Editor(tmp_path) as editor:
            said = await editor.open("plan.yaml", PLAN)
            assert {"N401", "N611", "N501"} <= said.keys()
            # Columns are counted as the protocol counts, in UTF-16: the face takes two.
            assert (said["N501"].range.start.line, said["N501"].range.start.character) == (
                2,
                PLAN.split("\n")[2].index("TA") + 1,
            )
            why = await editor.hover(2, said["N501"].range.start.character)
            assert "N501 acronym" in why and "My SEND Outcomes Framework" in why
            assert await editor.hover(0, 0) is None
            actions = await editor.actions(said["N501"].range)
            fix = actions["Write “teaching assistant (TA)”"]
            assert fix.is_preferred and fix.edit.changes[editor.uri][0].new_text == "teaching assistant (TA)"
            assert any(title.startswith("Say it as: By [date or stage], I will") for title in actions)
            better = await editor.change(
                PLAN.replace("Sam 😀 will improve with his TA.", "By July 2027, I will read two pages to my dad.")
            )
            assert "N401" not in better and "N501" not in better
            broken = await editor.change("outcomes: [")
            assert None in broken and broken[None].severity is lsp.DiagnosticSeverity.Error

    asyncio.run(session())


def test_settings_of_the_folder_hold_and_other_formats_are_left_alone(tmp_path):
    (tmp_path / "send-outcomes.toml").write_text('select = ["N4"]\n', encoding="utf-8")

    async def session():
        async with Editor(tmp_path) as editor:
            said = await editor.open("bank.md", "# Outcomes\n\n- Sam will improve with his TA.\n", "markdown")
            assert said.keys() == {"N401"} and said["N401"].range.start == lsp.Position(2, 2)

    asyncio.run(session())
