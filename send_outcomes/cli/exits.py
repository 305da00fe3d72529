"""What the exit codes mean; scripts and CI rely on them."""

CLEAN = 0  # checked; nothing at or above --fail-on
FINDINGS = 1  # checked; findings at or above it
NOT_STARTED = 2  # bad arguments, configuration, rule pack or framework
NOTHING_FOUND = 3  # no outcome in anything given: an empty extraction must not look like a clean plan
UNREADABLE = 4  # one input or more could not be read; everything else was checked
INTERRUPTED = 130
READER_GONE = 141  # whoever read our output has closed it


def exit_code(outcomes: int, unreadable: int, failed: bool) -> int:
    """Return the code of a finished run; where several hold, the one that says the most about what was not checked."""
    if unreadable:
        return UNREADABLE
    if not outcomes:
        return NOTHING_FOUND
    return FINDINGS if failed else CLEAN
