"""Numbers that count something, told from ages, years, dates, table numbers and the helper in “with one adult”."""

from typing import NamedTuple

from send_outcomes.language.judgements.measure_words import Measures
from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.clauses import Clause
from send_outcomes.language.sentences.lexicon import lexicon

_COMING_OF_AGE = range(14, 26)
_MOST = 100  # per cent
_YEARS = frozenset({"year", "yr", "y"})
_NEAR_YEARS, _BEHIND_A_YEAR = range(2020, 2046), frozenset({"", ",", ".", "i", "he", "she", "they"})
_STRETCHES = frozenset({"day", "week", "fortnight", "month", "term", "year", "night", "lesson"})
_YEAR = 4  # figures of one
_SKIPPED = ("deadline", "label", "source-tag")


class _Number(NamedTuple):
    """A number at word `at`, with the words around it ("" where the text begins or ends)."""

    at: int
    word: str
    before: str
    after: str


def find_numbers(reading: Reading, clause: Clause | None, known: Measures) -> None:
    """Add a "measure" for every number that counts, and a "percentage" for those in hundredths."""
    words, figures = reading.words, lexicon().numbers
    counting = [
        at
        for at, word in enumerate(words)
        if (word < ":" and word[0].isdigit()) or (word in figures and word not in known.articles)
    ]
    if not counting:
        return
    skipped = [f for name in _SKIPPED for f in reading.found.get(name, ())]
    settings = [f for f in reading.found.get("condition", ()) if f.kind == "when"]  # “when days drop to three”
    behind = 0
    begins = clause.first if clause is not None else 0  # what stands before tells how things are
    for at in counting:
        if at < behind or (at < begins and (at in reading.lines or words[begins - 1] in (".", "!", "?"))):
            continue  # “1.1 List …”
        word = words[at]
        number = _Number(at, word, words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else "")
        start = reading.starts[at]
        aside = any(f.start <= start < f.end for f in settings) and not _of_trials(words, at)
        if aside or any(f.start <= start < f.end for f in skipped):
            continue
        if (rise := _rise(words, at, known)) is not None:
            reading.add("measure", *rise, "count")
            behind = rise[1]
            continue
        if _is_name(reading, number, clause, known):
            continue
        if word in ("once", "twice", "thrice"):
            each = number.after == "on" and words[at + 2 : at + 3] in (["each"], ["every"])
            if each or number.after in known.rates:
                reading.add("measure", at, min(at + 3, len(words)), "frequency")
            continue
        if word == "one" and number.after == "a" and not _STRETCHES.isdisjoint(words[at + 2 : at + 3]):
            reading.add("measure", at, at + 3, "frequency")  # “down to one a month”
            continue
        gained = clause is not None and number.before == "by" and clause.lemma in lexicon().words["changing"]
        nothing = _counts_nothing(words, number, known) and not gained  # “reading will improve by 6 months”
        if nothing or (clause is not None and _already_there(number, clause, known)):
            continue
        kind, behind = _kind_of(words, at + 1, known)
        if word.endswith("%"):
            kind, behind = "accuracy", at + 1
        reading.add("measure", at, behind, kind)
        if kind == "accuracy" and ("%" in (word[-1], number.after) or number.after in ("percent", "per")):
            told = _tells_of_what(words, behind, known) or not known.hundredths_before.isdisjoint(words[:at])
            reading.add("percentage", at, behind, "of" if told else "bare")


def _rise(words: list[str], at: int, known: Measures) -> tuple[int, int] | None:
    """Return what stands behind “from” in “from a grade 3 to a grade 4”, where `at` is the lower number."""
    graded = words[at - 1] in known.graded and "from" in words[max(0, at - 4) : at] and words[at + 1 : at + 2] == ["to"]
    tops = [i for i in range(at + 2, min(at + 6, len(words))) if words[i][0].isdigit()] if graded else []
    return (words.index("from", max(0, at - 4)) + 1, tops[0] + 1) if tops else None


def _of_trials(words: list[str], at: int) -> bool:
    """Tell “on two days out of five”, “in 4/5 opportunities”, which measure the act even behind “after lunch”."""
    behind = words[at + 1 : at + 4]
    return "/" in words[at][1:] or (
        "out" in behind and words[at + 2 + behind.index("out") : at + 3 + behind.index("out")] == ["of"]
    )


def _is_name(reading: Reading, number: _Number, clause: Clause | None, known: Measures) -> bool:
    """Tell a number that is part of a name or of the layout: “Year 6”, “Table 4”, “2.” at the head of a line, “1:1”, “2D”."""
    if number.word[0].isdigit() and not _plain_figure(number.word, known):
        return True
    if number.at in reading.lines and number.after in (".", ")", ":"):
        return True
    # “in class 80% of the time”, “at home 3 times a week”
    rated = number.word[-1] == "%" or (number.after in known.rated and number.before not in _YEARS)
    if rated or number.before not in known.not_after or (clause is not None and number.at - 1 == clause.head):
        return False
    said_age = number.before == "age" and reading.words[number.at - 2] in known.ages
    return not (said_age or (number.before == "no" and number.after in known.units))


def _counts_nothing(words: list[str], number: _Number, known: Measures) -> bool:
    """Tell a number of helpers, of years; “one” for “a thing”; and the sevens of the times tables."""
    at, word, before, after = number
    if "%" in (word[-1], after):
        figure = word.rstrip("%")
        if (figure.isdigit() and int(figure) > _MOST) or not known.no_percentages.isdisjoint(words[at + 1 : at + 4]):
            return True  # “100% effort”, “110% in maths”
    if words[at + 1 : at + 4] == ["-", "a", "-"] or not known.baselines.isdisjoint(words[max(0, at - 4) : at]):
        return True  # “five-a-side”, “from a starting point of two friends”
    if after == "-" and not known.says_which_behind.isdisjoint(words[at + 2 : at + 3]):
        return True  # “two-digit numbers”
    if words[max(0, at - 2) : at] == ["age", "of"] and words[at - 3] not in known.ages:
        return True
    if (before == "at" and after in ("", ".") and word.isdigit() and int(word) in _COMING_OF_AGE) or _ends_ages(words, at):
        return True  # “changing to PIP at 16”, “aged 16 - 25”
    whose = known.articles | lexicon().words["possessives"]
    if before == "of" and words[at - 2] in ("group", "class") and words[at - 3] in whose and after not in known.units:
        return True  # “in a group of six”, “in his class of 30”
    if before == "own":
        return True  # “on my own two feet”
    if before == "other" and after not in known.units:
        return True  # “with the other three boys”
    if words[at + 1 : at + 4] == ["thing", "at", "a"] or words[at + 2 : at + 3] == ["clock"]:
        return True  # “one thing at a time”, “the 24 hour clock”
    if word == "24" and "hour" in words[at + 1 : at + 3]:
        return True  # “the 24-hour shop”
    if before in known.before_a_year and word.isdigit() and len(word) == _YEAR:
        return True  # “throughout 2027”
    if after in _BEHIND_A_YEAR and word.isdigit() and int(word) in _NEAR_YEARS and before != "£":
        return True  # “by the Cup Final 2027, …”
    bonds = at - 4 if before == "and" and words[at - 3] == "to" else at - 2  # “number bonds to 10 and 20”
    if (before == "to" or bonds < at - 2) and words[bonds] in known.says_which_before:
        return True
    if after in known.helpers and before in known.helped and words[at + 2 : at + 3] not in (["reminder"], ["prompt"], ["cue"]):
        return True
    if "times table" in " ".join(words[at + 1 : at + 4]):
        return True
    if word == "one" and _one_thing(words, number, known):
        return True
    if after == "or" and words[at + 2 : at + 3] not in (["more"], ["fewer"], ["less"]) and not _is_number(words, at + 2, known):
        return True
    if after in known.time_of_day or word[-2:] in known.time_of_day:
        return before not in known.time_of_day_met
    if after not in known.not_before or (after in ("months", "years") and "progress" in words[at + 2 : at + 6]):
        return False  # “12 months' progress in a year”
    if words[at + 2 : at + 3] == ["running"] or words[at + 2 : at + 5] == ["in", "a", "row"]:
        return False  # “six months running”
    if after in ("months", "years") and "age" in words[:at] and known.ages & set(words[:at]):
        return False  # a reading age
    ranging = after == "to" and word != "one" and before not in ("one", "two") and _is_number(words, at + 2, known)
    lasting = before in ("for", "least") and after in ("weeks", "week", "months")  # “kept his job for six months”
    return not (ranging or lasting)


def _ends_ages(words: list[str], at: int) -> bool:
    """Tell the 25 of “aged 16 - 25”, “ages 14 to 19”."""
    return words[at - 1] in ("-", "to") and at > 2 and words[at - 2].isdigit() and words[at - 3] in ("age", "aged", "ages")


def _already_there(number: _Number, clause: Clause, known: Measures) -> bool:
    """Tell “better relationships with her 4 siblings”: how many there are, where nothing that could be counted is done."""
    vague = lexicon().is_verb(clause.lemma, "vague") or lexicon().is_verb(clause.lemma, "state")
    units = number.after in known.units or number.after in known.rates
    return vague and not units and (number.before in lexicon().words["possessives"] or number.before == "all")


def _one_thing(words: list[str], number: _Number, known: Measures) -> bool:
    """Tell “a healthy one”, “the one who”, “one of them”, “one-to-one” from “one piece of work”, “a one-page letter”."""
    before, after = number.before, number.after
    if before in known.pointing or after in known.no_count or before in known.kinds_of_one:
        return True
    return after in ("of", "-", "") and before != "least" and not _page(words, number.at + 1, known)


def _kind_of(words: list[str], i: int, known: Measures) -> tuple[str, int]:
    """Return the kind of a number and where it ends, from the words behind it (the first of them at `i`)."""
    after = words[i] if i < len(words) else ""
    nxt = words[i + 1] if i + 1 < len(words) else ""
    if after in ("%", "percent") or (after == "per" and nxt == "cent"):
        return "accuracy", i + (2 if after == "per" else 1)
    if (after == "out" and nxt == "of") or after == "/":
        return "accuracy", min(i + 3, len(words))
    if after in known.units and words[i + 1 : i + 3] == ["out", "of"]:
        return "accuracy", min(i + 4, len(words))  # “6 times out of 10”
    if after == "of" and nxt in ("the", "my", "his", "her", "their"):
        return "accuracy", min(i + 3, len(words))
    if (after == "-" and nxt in known.minutes) or after in known.minutes:
        return "duration", min(i + (2 if after == "-" else 1), len(words))
    return "count", min(i + (1 if after in known.units else 0), len(words)) or i


def _plain_figure(word: str, known: Measures) -> bool:
    """Tell “12”, “85%”, “1,000”, “30mins”, “25-minute” from “1:1”, “2D”, “3rd”, “27.02.2025”."""
    digits = word.rstrip("%+")
    if digits.replace(",", "").replace(".", "", 1).replace("/", "", 1).isdigit():
        return True
    tail = digits.lstrip("0123456789.")
    if tail[:1] in "-/":
        return (tail[1:] in known.units or tail[1:].isdigit()) and digits.count(".") < 2
    return tail in known.units or tail in known.time_of_day


def _is_number(words: list[str], i: int, known: Measures) -> bool:
    return i < len(words) and (words[i][0].isdigit() or words[i] in lexicon().numbers or words[i] in known.nought)


def _page(words: list[str], i: int, known: Measures) -> bool:
    """Tell “one-page”, “one-minute”: the hyphen stands at word `i`."""
    return words[i : i + 1] == ["-"] and words[i + 1 : i + 2] != [] and words[i + 1] in known.units


def _tells_of_what(words: list[str], last: int, known: Measures) -> bool:
    return not known.hundredths_of.isdisjoint(words[last : last + 3])
