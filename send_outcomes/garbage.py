"""When Python looks for garbage: seldom, since plans, readings and rules hold no cycles and stay as long as they are needed.

Walking them every 700 objects, as Python does unasked, costs an audit a fifth of its time and a start a tenth.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_THRESHOLD = (50_000, 20, 100)


def collect_seldom() -> None:
    """Look less often from here on, in this process."""
    gc.set_threshold(*_THRESHOLD)


@contextmanager
def kept() -> Iterator[None]:
    """What is built meanwhile stays until the end, and is never walked."""
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        collect_seldom()
        gc.enable()
