"""By what a kept report is known again: a keyed hash over all that it hangs on. Nothing can be read from one."""

import datetime as dt
import os
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

import send_outcomes
from send_outcomes.checks import Surroundings
from send_outcomes.documents import frameworks_folder, rules_folder
from send_outcomes.frameworks import Framework
from send_outcomes.model import Plan
from send_outcomes.rulebook import Rulebook

_BYTES = 24


class Keys:
    """Names plans under one set of rules and frameworks, on one day."""

    def __init__(
        self, salt: bytes, book: Rulebook, frameworks: Sequence[Framework], today: dt.date, beside: bytes = b""
    ) -> None:
        """`salt` is the cache's own random key; `beside` whatever else is in force."""
        self._salt, self._today = salt, today
        self.here = self._hash(_program(), repr(book), repr(frameworks), beside.hex())

    def of(self, plan: Plan, around: Surroundings) -> bytes:
        """Return the key of a plan as it stands, in its surroundings; of one without a date, for today only."""
        today = "" if plan.date else self._today.isoformat()
        texts = (*(need.text for need in plan.needs), *(outcome.text for outcome in plan.outcomes))
        elsewhere = [around.elsewhere(text, plan.child.known_as) for text in texts]
        return self._hash(self.here.hex(), today, repr(plan), repr(around.previous), repr(elsewhere))

    def _hash(self, *parts: str) -> bytes:
        made = blake2b(key=self._salt, digest_size=_BYTES, person=b"send-outcomes")
        for part in parts:
            said = part.encode("utf-8", "surrogatepass")
            made.update(len(said).to_bytes(8, "big") + said)
        return made.digest()


@cache
def _program() -> str:
    """Return what tells one state of the program and its data from another: versions, and every file's size and time of change."""
    home = Path(send_outcomes.__file__).parent
    folders = dict.fromkeys((home, rules_folder(), frameworks_folder()))
    spacy = find_spec("spacy")  # its tokeniser decides what a word is; finding it does not import it
    changed = Path(spacy.origin).stat().st_mtime_ns if spacy and spacy.origin else 0
    state = sorted(line for folder in folders for line in _files(folder))
    return "\n".join([send_outcomes.__version__, sys.version, str(changed), *state])


def _files(folder: Path) -> Iterator[str]:
    waiting: list[str | Path] = [folder]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    waiting += [entry.path] if entry.name != "__pycache__" else []
                elif entry.name.endswith((".py", ".yaml", ".json")):
                    stat = entry.stat()
                    yield f"{entry.path} {stat.st_size} {stat.st_mtime_ns}"
