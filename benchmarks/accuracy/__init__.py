"""Accuracy against labelled outcomes. `python -m benchmarks.accuracy` from the top of the repository."""
