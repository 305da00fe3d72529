"""The golden thread of a plan: which need and aspiration each outcome serves, and which provision delivers it."""

from send_outcomes.thread.gaps import Gap, gaps
from send_outcomes.thread.links import Item, Kind, Link, Thread
from send_outcomes.thread.weaving import weave

__all__ = ["Gap", "Item", "Kind", "Link", "Thread", "gaps", "weave"]
