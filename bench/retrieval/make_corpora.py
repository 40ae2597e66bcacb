#!/usr/bin/env python3
"""Makes retrieval corpora out of the material in a folder: paraphrase pairs become a search for the paraphrase, and
growth corpora of any size are put together from halves of its sentences.

usage: make_corpora.py DATA_FOLDER OUT_FOLDER [SIZE…]
Writes NAME.corpus.jsonl and NAME.queries.jsonl for the program, NAME.corpus.tsv and NAME.queries.tsv for the peers.
"""
import collections
import json
import os
import random
import sys


def write(folder, name, texts, queries):
    with open(os.path.join(folder, name + ".corpus.jsonl"), "w", encoding="utf-8") as jsonl, \
         open(os.path.join(folder, name + ".corpus.tsv"), "w", encoding="utf-8") as tsv:
        for key, text in texts:
            jsonl.write(json.dumps({"id": key, "text": text}, ensure_ascii=False) + "\n")
            tsv.write(key + "\t" + text.replace("\t", " ") + "\n")
    with open(os.path.join(folder, name + ".queries.jsonl"), "w", encoding="utf-8") as jsonl, \
         open(os.path.join(folder, name + ".queries.tsv"), "w", encoding="utf-8") as tsv:
        for key, text, relevant in queries:
            jsonl.write(json.dumps({"id": key, "text": text, "relevant": relevant}, ensure_ascii=False) + "\n")
            tsv.write("\t".join([key, text.replace("\t", " "), ",".join(relevant)]) + "\n")


def paraphrases(path):
    """Every sentence is a document; a query is a sentence with at least one paraphrase, which it should find."""
    ids, relevant = {}, collections.defaultdict(set)
    for line in open(path, encoding="utf-8"):
        left, right, label = line.rstrip("\n").split("\t")
        a, b = (ids.setdefault(text, str(len(ids))) for text in (left, right))
        if label == "1" and a != b:
            relevant[a].add(b)
            relevant[b].add(a)
    texts = [(key, text) for text, key in ids.items()]
    return texts, [(key, text, sorted(relevant[key], key=int)) for key, text in texts if relevant[key]]


def selections(path):
    texts, queries = [], []
    for line in open(path, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        texts.append((cells[0], cells[1]))
        relevant = [key for key in cells[3].split(",") if key]
        if relevant:
            queries.append((cells[0], cells[1], relevant))
    return texts, queries


def growth(sentences, size, count=5000):
    """Short documents that look like language: the first half of one sentence and the second of another."""
    chance = random.Random(size)

    def make():
        left, right = chance.choice(sentences), chance.choice(sentences)
        return left[: len(left) // 2] + right[len(right) // 2:]

    texts = [(str(i), make()) for i in range(size)]
    return texts, [("q" + str(i), chance.choice(sentences), []) for i in range(count)]


def main():
    data, out = sys.argv[1], sys.argv[2]
    os.makedirs(out, exist_ok=True)
    texts, queries = paraphrases(os.path.join(data, "question_matching", "lcqmc_dev.tsv"))
    write(out, "lcqmc", texts, queries)
    write(out, "taobao", *selections(os.path.join(data, "taobao_dev", "select.tsv")))
    sentences = [text for _, text in texts]
    for size in map(int, sys.argv[3:]):
        write(out, "growth-%d" % size, *growth(sentences, size))


main()
