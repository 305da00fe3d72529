"""A bounded memory of what was found out: the latest and most asked for stay, the rest is forgotten. Values only."""

from collections.abc import Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Memory(Generic[K, V]):
    """Keeps the last `size` things or so. Two halves: what is asked for moves to the young one; when that is full, the old one goes."""

    def __init__(self, size: int) -> None:
        """Remember up to `size` things; none for 0."""
        self._half = size // 2
        self._young: dict[K, V] = {}
        self._old: dict[K, V] = {}

    def get(self, key: K) -> V | None:
        """Return what is remembered under `key`, None where nothing is."""
        value = self._young.get(key)
        if value is None and (value := self._old.pop(key, None)) is not None:
            self.keep(key, value)
        return value

    def keep(self, key: K, value: V) -> None:
        """Remember `value`; something else may be forgotten for it."""
        if not self._half:
            return
        if len(self._young) >= self._half:
            self._old, self._young = self._young, {}
        self._young[key] = value
