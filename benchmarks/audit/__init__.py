"""Audits of made-up caseloads: faults recovered, speed, memory, kills. `python -m benchmarks.audit` from the top of the repository."""
