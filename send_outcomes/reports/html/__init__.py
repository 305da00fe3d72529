"""The page of `--format html`: plain values of a plan (`plan_view`), drawn by the templates. Needs no script and no network."""
