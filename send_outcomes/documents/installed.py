"""Rule packs, profiles and frameworks that other installed packages bring: found by their entry points, never imported.

A package says `[project.entry-points."send_outcomes"]` and `our-area = "our_area"`; the folder of that module then holds
`rules/*.yaml`, `rules/profiles/*.yaml` and `frameworks/*.yaml`, as ours does.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

GROUP = "send_outcomes"


@cache
def installed(folder: str) -> Mapping[str, Path]:
    """Return the YAML files that installed packages keep in `folder` (“rules”, “rules/profiles”, “frameworks”), by name.

    Where two packages bring a file of one name, the first by the entry point's name wins.
    """
    files: dict[str, Path] = {}
    for top in _folders():
        for path in sorted((top / folder).glob("*.yaml")):
            if path.stem != "sources":
                files.setdefault(path.stem, path)
    return files


def _folders() -> Iterator[Path]:
    from importlib.metadata import entry_points  # noqa: PLC0415 -- slow, and asked only for names that we don't ship
    from importlib.util import find_spec  # noqa: PLC0415

    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        try:
            spec = find_spec(point.module)
        except (ImportError, ValueError):
            continue
        for place in (spec.submodule_search_locations or ()) if spec else ():
            yield Path(place)
