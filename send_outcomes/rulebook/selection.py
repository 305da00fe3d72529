"""Which rules `--select` and `--ignore` mean: by the beginning of a code (N4), a name (first-person) or a key feature."""

import difflib
from collections.abc import Iterable, Sequence

from send_outcomes.documents import SettingsProblem
from send_outcomes.rulebook.rules import Rule


def chosen(rules: Sequence[Rule], select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
    """Return the rules that `select` names (all where it names none) and `ignore` doesn't.

    Raises SettingsProblem for a word that means no rule, with the nearest that does.
    """
    wanted, unwanted = list(select), list(ignore)
    for word in [*wanted, *unwanted]:
        if not any(_means(word, rule) for rule in rules):
            raise SettingsProblem(_nearest(word, rules))
    return tuple(
        rule
        for rule in rules
        if (not wanted or any(_means(w, rule) for w in wanted)) and not any(_means(w, rule) for w in unwanted)
    )


def _means(word: str, rule: Rule) -> bool:
    plain = word.strip()
    return bool(plain) and (
        rule.code.startswith(plain.upper()) or rule.name == plain.lower() or rule.feature == plain.lower().replace("-", "_")
    )


def _nearest(word: str, rules: Sequence[Rule]) -> str:
    names = [name for rule in rules for name in (rule.code, rule.name, rule.feature)]
    near = difflib.get_close_matches(word.lower(), [n.lower() for n in names], 1, 0.5)
    hint = f"; did you mean “{next(n for n in names if n.lower() == near[0])}”?" if near else ""
    return f"“{word}” names no rule of this profile: give a code or its beginning (N4), a name or a key feature{hint}"
