"""How well send-outcomes judges, and how fast: measured, not claimed. Nothing in the package imports from here."""
