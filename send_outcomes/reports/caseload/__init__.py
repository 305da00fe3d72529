"""What a finished audit is told with: the Board's page, the workbook, the moderation sheet, the comparison of two audits.

All of them read a finished folder (`summary.json`, the tables), never the unsuppressed totals.
"""
