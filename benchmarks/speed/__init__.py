"""Speed as ratios to things measured in the same run. `python -m benchmarks.speed` from the top of the repository."""
