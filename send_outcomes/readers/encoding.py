"""Which encoding a file is in: UTF-8 unless its bytes say otherwise; Windows-1252 as Excel and Word save it.

Knows nothing of formats.
"""

import codecs

from send_outcomes.documents import UnreadableInput

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_ASCII = bytes(range(128))
# What Windows-1252 texts in English hold beside ASCII: its punctuation (€ … ‘ ’ “ ” • – — ™), no-break
# space, £ § © ® ° ² ½ and accented small letters. Mac Roman has capitals' codes for its quotes, so it falls outside.
_WINDOWS = frozenset("€‚„…‘’“”•–—™\xa0£§©«®°²·»¼½¾É".encode("cp1252"))
_EVIDENT = _WINDOWS | frozenset(range(0xE0, 0x100))
# Guesses stay among what British offices have used; a wild guess would turn noise into text.
_GUESSES = ["cp1252", "cp1250", "mac_roman", "iso8859_15", "cp850"]
_GUESS_FROM = 200_000


def encoding_of(sample: bytes, path: str, legacy: bool) -> str:
    """Return the Python codec for a file of which `sample` is the whole or the beginning.

    `legacy` allows single-byte encodings of old Office files. Raises `UnreadableInput` naming the byte and line where
    UTF-8 breaks.
    """
    for mark, codec in _MARKS:
        if sample.startswith(mark):
            return codec
    if wide := _utf16_without_mark(sample):
        return wide
    try:
        codecs.getincrementaldecoder("utf-8")("strict").decode(sample)
    except UnicodeDecodeError as error:
        if legacy and not _mostly_utf8(sample) and (single := _single_byte(sample)):
            return single
        raise broken_utf8(sample, error.start, path) from None
    return "utf-8"


def broken_utf8(data: bytes, offset: int, path: str) -> UnreadableInput:
    """Return the problem of a file whose UTF-8 breaks at the byte `offset` of `data`."""
    line = data.count(b"\n", 0, offset) + 1
    message = f"not valid UTF-8: byte {offset + 1:,} (line {line}) begins no character; save the file as UTF-8"
    return UnreadableInput(message, path, line)


def _utf16_without_mark(sample: bytes) -> str | None:
    head = sample[:2_000]
    if len(head) < 8 or not head.count(0):
        return None
    half = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > half * 0.7 and even <= half * 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.7 and odd <= half * 0.05 else None


def _mostly_utf8(sample: bytes) -> bool:
    """Tell whether whole multi-byte characters stand beside the break: damaged UTF-8, then, no other encoding."""
    text = sample.decode("utf-8", "replace")
    whole = sum(text.count(c) for c in set(text) if ord(c) > 127 and c != "\ufffd")
    return whole > 0 and text.count("\ufffd") <= whole


def _single_byte(sample: bytes) -> str | None:
    if set(sample.translate(None, _ASCII)) <= _EVIDENT:
        return "cp1252"
    from charset_normalizer import from_bytes  # noqa: PLC0415 -- seldom needed, slow to import

    best = from_bytes(sample[:_GUESS_FROM], cp_isolation=_GUESSES).best()
    return None if best is None else best.encoding
