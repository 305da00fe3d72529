"""`--explain-timing`: what took how long, each stage and each rule, on standard error. Codes and times; no word of a plan."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from time import perf_counter
from typing import Any, TypeVar

from send_outcomes.cli import notices

T = TypeVar("T")
_LEAST = 0.0005  # seconds: what takes less is left out of the rules


class Timing:
    """Adds up the time that each part takes by itself, without what it calls that is timed too."""

    def __init__(self) -> None:
        """Begin."""
        self.stages: dict[str, float] = defaultdict(float)
        self.rules: dict[str, float] = defaultdict(float)
        self._start = self._lap = perf_counter()
        self._within: list[tuple[dict[str, float], str]] = [(self.stages, "everything else")]

    def timed(self, name: str, call: Callable[..., Any], rule: bool = False) -> Callable[..., Any]:
        """Return the same function, which takes note of its time; what it yields is gathered first."""

        def run(*given: Any, **named: Any) -> Any:
            with self.of(name, rule):
                done = call(*given, **named)
                return list(done) if isinstance(done, Iterator) else done

        return run

    def each(self, name: str, items: Iterable[T]) -> Iterator[T]:
        """Yield the same items, taking note of the time until each is there."""
        items = iter(items)
        nothing = object()
        while True:
            with self.of(name):
                item = next(items, nothing)
            if item is nothing:
                return
            yield item  # type: ignore[misc]

    def of(self, name: str, rule: bool = False) -> "_Part":
        """Return a context that takes note of its time under a name."""
        return _Part(self, (self.rules if rule else self.stages, name))

    def switch(self) -> None:
        """Give the time since the last switch to what is going on."""
        now = perf_counter()
        kept, name = self._within[-1]
        kept[name] += now - self._lap
        self._lap = now

    def say(self) -> None:
        """Write the table."""
        self.switch()
        whole = perf_counter() - self._start
        stages = {**self.stages, "rules": sum(self.rules.values())}
        notices.say(f"send-outcomes: {whole:.2f} s, without the start of Python")
        for name, time in sorted(stages.items(), key=lambda row: -row[1]):
            notices.say(f"  {time * 1e3:9.1f} ms {time / whole:5.0%}  {name}")
        shown = [row for row in sorted(self.rules.items(), key=lambda row: -row[1]) if row[1] >= _LEAST]
        if shown:
            notices.say("of the rules:")
        for name, time in shown:
            notices.say(f"  {time * 1e3:9.1f} ms        {name}")


class _Part:
    """One stretch of time."""

    def __init__(self, timing: Timing, part: tuple[dict[str, float], str]) -> None:
        self._timing, self._part = timing, part

    def __enter__(self) -> None:
        self._timing.switch()
        self._timing._within.append(self._part)

    def __exit__(self, *_: object) -> None:
        self._timing.switch()
        self._timing._within.pop()
