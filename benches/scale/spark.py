"""Runs many stories through `news-compare analyze` under Apache Spark's `pipe`, and compares with one plain run byte for byte.

    pip install pyspark                # and a Java runtime: Debian's default-jre-headless
    cargo build --release -p news-compare-cli
    python benches/scale/spark.py --stories 10000

Each story is one of those in corpora/ and tests/cases/corpora/ with its number in the title, so that every line differs; every
thousandth line is broken on purpose. Spark runs in local mode: the point is that the program is a map, not how fast a cluster is.
"""

import argparse
import hashlib
import json
import os
import resource
import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def stories(count):
    """Yields one story a line."""
    files = sorted([*ROOT.glob("corpora/*.json"), *ROOT.glob("tests/cases/corpora/*.json")])
    bases = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    for number in range(count):
        if number % 1000 == 999:
            yield '{"format": "news-compare.corpus/1", "documents": [broken'
        else:
            base = bases[number % len(bases)]
            yield json.dumps({**base, "title": f"{base.get('title', '')} {number}"}, ensure_ascii=False)


def digest(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--stories", type=int, default=10_000)
    parser.add_argument("--cores", type=int, default=os.cpu_count())
    parser.add_argument("--partitions", type=int, default=37, help="a number that divides nothing evenly")
    parser.add_argument("--program", default=str(ROOT / "target/release/news-compare"))
    arguments = parser.parse_args()

    with tempfile.TemporaryDirectory() as folder:
        given, plain, piped = (Path(folder) / name for name in ("stories.ndjson", "plain.ndjson", "piped.ndjson"))
        with open(given, "w", encoding="utf-8") as file:
            file.writelines(f"{story}\n" for story in stories(arguments.stories))
        print(f"{arguments.stories} stories, {given.stat().st_size / 1e6:.0f} MB")

        begin = time.time()
        run = subprocess.run([arguments.program, "analyze", "--ndjson", given, "-o", plain], capture_output=True, text=True)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        seconds = time.time() - begin
        print(f"plain:  {seconds:.1f} s, {arguments.stories / seconds:.0f} stories a second, at most {peak:.0f} MB, status {run.returncode}")
        print(f"        {run.stderr.strip()}")
        if run.returncode not in (0, 2) or not plain.exists():
            sys.exit("the plain run failed")

        from pyspark.sql import SparkSession

        builder = SparkSession.builder.master(f"local[{arguments.cores}]").config("spark.ui.enabled", "false")
        spark = builder.config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1").getOrCreate()
        spark.sparkContext.setLogLevel("ERROR")
        begin = time.time()
        lines = spark.sparkContext.textFile(given.as_uri(), arguments.partitions)
        answers = lines.pipe(f"{shlex.quote(arguments.program)} analyze --ndjson -")
        parts = Path(folder) / "parts"
        answers.saveAsTextFile(parts.as_uri())
        with open(piped, "wb") as file:
            for part in sorted(parts.glob("part-*")):
                file.write(part.read_bytes())
        seconds = time.time() - begin
        print(f"Spark {spark.version}, local[{arguments.cores}], {lines.getNumPartitions()} partitions: {seconds:.1f} s")
        spark.stop()

        with open(piped, "rb") as file:
            broken = sum(line.startswith(b'{"error":') for line in file)
        with open(piped, "rb") as file:
            count = sum(1 for _ in file)
        print(f"        {count} lines, {broken} of them errors, {piped.stat().st_size / 1e6:.0f} MB")
        if digest(plain) != digest(piped):
            sys.exit("the answers differ")
        if count != arguments.stories or broken != arguments.stories // 1000:
            sys.exit("lines are missing")
        print(f"the same bytes: sha256 {digest(plain)}")


if __name__ == "__main__":
    main()
