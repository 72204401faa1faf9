"""Annotates an archive on Apache Spark: articles in (JSON Lines or Parquet), Parquet out, one row an article.

    spark-submit --master spark://HOST:7077 --py-files newsgloss_rows.py --files newsgloss \\
        annotate_archive.py --output hdfs:///annotated hdfs:///articles/*.jsonl.gz

Output columns: `id`; `file` it came from; `annotations`, the line that `newsgloss annotate` writes for it, to the byte;
or `error`, and then `article` holds the row as it came. Every row of the input is one row of the output: a bad one is
one with an error. Tasks commit their files whole or not at all (Spark's output committer), so a task that is run again,
because a machine was lost, neither loses rows nor doubles them.

Parquet input has the columns of the article's JSON: id, url, lang, published (strings), blocks (array of kind, text).
"""
import argparse
import sys

from pyspark import SparkFiles
from pyspark.sql import SparkSession
from pyspark.sql import functions as f

SCHEMA = "id string, file string, annotations string, error string, article string"


def annotate(batches):
    """pandas data frames of id, file, article to the same rows in SCHEMA. One process of newsgloss a task."""
    import pandas
    from newsgloss_rows import RowAnnotator

    with RowAnnotator(SparkFiles.get("newsgloss")) as annotator:
        for batch in batches:
            articles = [None if pandas.isna(article) else article for article in batch["article"]]
            results = annotator.annotate(articles)
            errors = [error for _, error in results]
            yield pandas.DataFrame({
                "id": batch["id"],
                "file": batch["file"],
                "annotations": [annotations for annotations, _ in results],
                "error": errors,
                "article": [article if error else None for article, error in zip(articles, errors)],
            }).astype(object)


def read_articles(spark, kind, paths):
    if kind == "parquet":
        table = spark.read.parquet(*paths)
        row = f.to_json(f.struct(*[f.col(name) for name in table.columns]))
        return table.select(f.col("id").cast("string").alias("id"), f.col("_metadata.file_name").alias("file"), row.alias("article"))
    lines = spark.read.text(paths).select("value", f.col("_metadata.file_name").alias("file"))
    lines = lines.where(f.trim("value") != "")  # blank lines are no articles for the command either
    return lines.select(f.get_json_object("value", "$.id").alias("id"), "file", f.col("value").alias("article"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--input", choices=["jsonl", "parquet"], default="jsonl")
    parser.add_argument("--output", required=True, help="a folder that is not there yet")
    options = parser.parse_args()

    spark = SparkSession.builder.appName("newsgloss annotate").getOrCreate()
    # Rows that a task holds at once, with their annotations (some 30 KB each).
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "256")
    articles = read_articles(spark, options.input, options.paths)
    articles.mapInPandas(annotate, SCHEMA).write.option("compression", "zstd").parquet(options.output)

    table = spark.read.parquet(options.output)
    rows, errors = table.select(f.count("*"), f.count("error")).first()
    print(f"{rows} rows, {errors} of them errors, in {options.output}")
    spark.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
