"""An audit under Spark: `spark-submit spark_audit.py EXPORT.csv RESULTS --today 2026-09-01`.

Reads an export, judges it plan by plan on as many machines as the cluster has, and writes a row for each outcome as Parquet.
send-outcomes must be installed on each of them; docs/scale.md tells how.
"""

import argparse
import datetime as dt

from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

from send_outcomes.scale import Wanted, audited, results_schema


def main() -> None:
    """Run the audit."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("export")
    parser.add_argument("results")
    parser.add_argument("--today", type=dt.date.fromisoformat, required=True)
    parser.add_argument("--plan", default="Plan ID", help="the column that names the plan")
    parser.add_argument("--outcome", default="Outcome ID", help="the column that orders a plan's outcomes")
    given = parser.parse_args()

    spark = SparkSession.builder.appName("send-outcomes").getOrCreate()
    wanted = Wanted(today=given.today, path=given.export)
    rows = spark.read.csv(given.export, header=True, multiLine=True, escape='"')
    # All rows of a plan on one machine, one after another: the second SALT of a plan may have been explained by the first.
    by_plan = rows.repartition(given.plan).sortWithinPartitions(given.plan, given.outcome)
    results = by_plan.mapInArrow(lambda batches: audited(batches, wanted), from_arrow_schema(results_schema(wanted)))
    results.write.mode("overwrite").parquet(given.results)
    spark.stop()


if __name__ == "__main__":
    main()
