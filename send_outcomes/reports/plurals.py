"""How many of something, as people write it."""


def so_many(number: int, one: str, many: str = "") -> str:
    """Return “1 plan”, “2,000 plans”; `many` where an s is not enough."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"
