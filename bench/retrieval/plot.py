#!/usr/bin/env python3
"""Draws growth.svg from results.tsv: median and 99th percentile of a search over the number of documents, on logarithmic axes."""
import math
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 760, 460, 70, 30, 200, 50
COLOURS = ["#c0392b", "#2471a3", "#1e8449", "#7d3c98", "#b7950b", "#566573"]


def main():
    rows = [line.rstrip("\n").split("\t") for line in open(os.path.join(HERE, "results.tsv"), encoding="utf-8")][1:]
    series = {}
    for row in rows:
        if row[0].startswith("growth-"):
            series.setdefault(row[1], []).append((int(row[0][7:]), float(row[8]), float(row[9])))
    low, high = 1, max(math.log10(max(p[2] for points in series.values() for p in points)), 2)

    def x(size):
        return LEFT + (math.log10(size) - 3) / 3 * (WIDTH - LEFT - RIGHT)

    def y(micros):
        return TOP + (high - math.log10(max(micros, 10 ** low))) / (high - low) * (HEIGHT - TOP - BOTTOM)

    out = ['<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="sans-serif" font-size="12">' % (WIDTH, HEIGHT),
           '<rect width="100%" height="100%" fill="white"/>']
    for power in range(3, 7):
        out.append('<line x1="%.0f" y1="%d" x2="%.0f" y2="%d" stroke="#ddd"/><text x="%.0f" y="%d" text-anchor="middle">1e%d</text>'
                   % (x(10 ** power), TOP, x(10 ** power), HEIGHT - BOTTOM, x(10 ** power), HEIGHT - BOTTOM + 18, power))
    for power in range(int(low), int(math.ceil(high)) + 1):
        if power <= high:
            out.append('<line x1="%d" y1="%.0f" x2="%d" y2="%.0f" stroke="#ddd"/><text x="%d" y="%.0f" text-anchor="end">1e%d µs</text>'
                       % (LEFT, y(10 ** power), WIDTH - RIGHT, y(10 ** power), LEFT - 6, y(10 ** power) + 4, power))
    for place, (name, points) in enumerate(series.items()):
        colour = COLOURS[place % len(COLOURS)]
        points.sort()
        for column, dash in ((1, ""), (2, ' stroke-dasharray="5 4"')):
            out.append('<polyline fill="none" stroke="%s" stroke-width="2"%s points="%s"/>'
                       % (colour, dash, " ".join("%.1f,%.1f" % (x(p[0]), y(p[column])) for p in points)))
        out.append('<text x="%d" y="%d" fill="%s">%s</text>' % (WIDTH - RIGHT + 14, TOP + 16 + 18 * place, colour, name))
    out.append('<text x="%d" y="%d">documents; solid: median, dashed: 99th percentile</text></svg>' % (LEFT, HEIGHT - 12))
    open(os.path.join(HERE, "growth.svg"), "w", encoding="utf-8").write("\n".join(out) + "\n")


sys.exit(main())
