"""The golden thread of a plan: which need and aspiration each outcome serves, and which provision delivers it."""

from send_outcomes.thread.links import Item, Kind, Link, Thread
from send_outcomes.thread.weaving import weave

__all__ = ["Item", "Kind", "Link", "Thread", "weave"]
