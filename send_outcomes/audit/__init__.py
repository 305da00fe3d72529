"""Many plans → rows and totals: streaming, in several processes, resumable. Knows no file format: readers hand plans in."""

from send_outcomes.audit.rows import FEATURES, ErrorRow, FindingRow, Layout, OutcomeRow, PlanRow, Severities, Verdicts
from send_outcomes.audit.suppression import reported, shown
from send_outcomes.audit.tables import columns, read_table
from send_outcomes.audit.tallies import Example, RuleCount, Tally
from send_outcomes.audit.totals import Totals
from send_outcomes.documents.own_files import TABLES

__all__ = [
    "FEATURES",
    "TABLES",
    "ErrorRow",
    "Example",
    "FindingRow",
    "Layout",
    "OutcomeRow",
    "PlanRow",
    "RuleCount",
    "Severities",
    "Tally",
    "Totals",
    "Verdicts",
    "columns",
    "read_table",
    "reported",
    "shown",
]
