#!/usr/bin/python3
"""Makes a large knowledge base out of the shop's own: as many scripts as asked for, no two alike.

    bench/lint/make_base.py FOLDER [SCRIPTS]      SCRIPTS: how many at least, 10000 when not given

The base is copied, and then its scripts again and again under other ids: a copy's questions speak of other goods or begin and
end as buyers begin and end them, and its wordings are put together from clauses that the shop says elsewhere on the same stage.
One wording in two hundred is a line that lint must find, so that findings are made and printed as they would be. The same
arguments give the same files.
"""
import pathlib
import random
import re
import shutil
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
OPENINGS = "你好 您好 亲 请问 老板 客服 麻烦问下 我想问 那个 哈喽 店家 在吗 小姐姐 帮我看下 想了解 问一下 急 另外".split()
ENDINGS = "呢 啊 呀 吗亲 谢谢 麻烦了 在线等 急 求回复 哈 可以吗 对吗 好吗 看到回我 谢谢啦 拜托了 呗 嘛".split()
CLAUSE = re.compile(r"[^，。；！？]+[，。；！？]?")


def variant(text, nouns, used):
    """A question as another buyer would put it, not used before."""
    while True:
        noun = random.choice(nouns)
        new = random.choice([
            f"{random.choice(OPENINGS)} {text}", f"{text}{random.choice(ENDINGS)}", f"{noun}{text}", f"{noun} {text}{random.choice(ENDINGS)}",
            f"{random.choice(OPENINGS)} {noun}{text}", f"{random.choice(OPENINGS)} {text} {random.choice(ENDINGS)}"])
        if new not in used:
            used.add(new)
            return new


def wording(text, clauses):
    """The wording with some of its clauses said otherwise; those that hold a slot stay."""
    said = [part if "{{" in part or random.random() < 0.5 else random.choice(clauses)[:-1] + part[-1] for part in CLAUSE.findall(text)]
    return "".join([*said[:-1], random.choice(clauses)[:-1] + "，", said[-1]])


def copy(source, number, nouns, clauses, bad, used):
    lines = []
    for line in source.splitlines():
        if match := re.fullmatch(r"( {4}variants: \[)(.*)\]", line):
            line = match[1] + ", ".join(variant(text, nouns, used) for text in re.findall(r'"[^"]*"|[^,"]+', match[2].replace(", ", ",")) if '"' not in text) + "]"
        elif match := re.fullmatch(r"(  - id: .*)", line):
            line = f"{match[1]}.copy{number}"
        elif match := re.fullmatch(r"( {4}question: )([^\"]*?)[？?。！]?", line):
            line = f"{match[1]}{variant(match[2], nouns, used)}？"
        elif match := re.fullmatch(r"( {6}- (?:text: )?)([^\"{].*)", line):
            line = match[1] + (random.choice(bad) if random.random() < 0.005 else wording(match[2], clauses))
        lines.append(line)
    return "\n".join(lines) + "\n"


def main():
    target = pathlib.Path(sys.argv[1])
    wanted = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    random.seed(7)
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(ROOT / "knowledge-base", target, ignore=shutil.ignore_patterns("utterances"))
    files = {path.relative_to(target): path.read_text("utf-8") for path in sorted(target.glob("scripts/*/*.yaml"))}
    nouns = (ROOT / "knowledge-base/intents/product-nouns.txt").read_text("utf-8").split()
    bad = [line for line in (ROOT / "tests/ReplyBot.Knowledge.Tests/Lint/bad-lines.txt").read_text("utf-8").splitlines()
           if line and not re.search(r"[\"'#:{}\[\]&*!|>%@`]|^[-? ]", line)]
    clauses = {}
    for path, source in files.items():
        said = re.findall(r"(?m)^ {6}- (?:text: )?([^\"{].*)$", source)
        clauses.setdefault(path.parent, []).extend(part for text in said for part in CLAUSE.findall(text) if len(part) >= 6 and "{{" not in part)
    count = own = sum(source.count("  - id: ") for source in files.values())
    number, used = 0, set()
    while count < wanted:
        number += 1
        for path, source in files.items():
            made = target / path.with_name(f"{path.stem}-copy{number}.yaml")
            made.write_text(copy(source, number, nouns, clauses[path.parent], bad, used), "utf-8")
        count += own
    print(f"{count} scripts in {target}")


main()
