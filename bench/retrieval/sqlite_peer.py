#!/usr/bin/env python3
"""The same corpora through SQLite FTS5 over single characters, ranked by its bm25(). One thread.

usage: sqlite_peer.py NAME FOLDER [QUERIES]
"""
import os
import sqlite3
import sys
import tempfile
import time


def letters(text):
    return [c for c in text.lower() if c.isalnum()]


def main():
    name, folder = sys.argv[1], sys.argv[2]
    limit = int(sys.argv[3]) if len(sys.argv) > 3 else None
    corpus = [line.rstrip("\n").split("\t") for line in open(os.path.join(folder, name + ".corpus.tsv"), encoding="utf-8")]
    queries = [line.rstrip("\n").split("\t") for line in open(os.path.join(folder, name + ".queries.tsv"), encoding="utf-8")][:limit]
    path = os.path.join(tempfile.mkdtemp(), "peer.db")
    begin = time.perf_counter()
    base = sqlite3.connect(path)
    base.execute("CREATE VIRTUAL TABLE texts USING fts5(id UNINDEXED, text)")
    base.executemany("INSERT INTO texts VALUES (?, ?)", ((key, " ".join(letters(text))) for key, text, *_ in corpus))
    base.execute("INSERT INTO texts(texts) VALUES ('optimize')")
    base.commit()
    build = time.perf_counter() - begin
    latencies, hits, reciprocal = [], [0] * 11, 0.0
    for key, text, relevant in queries:
        wanted = set(relevant.split(","))
        match = " OR ".join('"%s"' % c for c in letters(text))
        before = time.perf_counter()
        found = base.execute("SELECT id FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT 11", (match,)).fetchall() if match else []
        latencies.append(time.perf_counter() - before)
        for rank, (other,) in enumerate([row for row in found if row[0] != key][:10], 1):
            if other in wanted:
                hits[rank] += 1
                reciprocal += 1 / rank
                break
    latencies.sort()
    n = len(queries)
    print("\t".join([
        name, "SQLite FTS5 unigrams", "%.4f" % (hits[1] / n), "%.4f" % (sum(hits[:4]) / n), "%.4f" % (sum(hits) / n), "%.4f" % (reciprocal / n),
        "%.3f" % build, "%.0f" % (n / sum(latencies)), "%.1f" % (latencies[n // 2] * 1e6), "%.1f" % (latencies[int(n * 0.99)] * 1e6),
        str(os.path.getsize(path))]))


main()
