#!/usr/bin/env bash
# Measures the intent model beside fastText (Debian's package `fasttext`), trained on the same utterances and judged on the same file.
# usage: bench/intent/compare.sh LABELLED.tsv [WORK_FOLDER]      LABELLED.tsv: text, …, accepted intent ids separated by |
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
labelled=$(realpath "$1")
work=${2:-$(mktemp -d)}
export LC_ALL=C.UTF-8

characters() { sed 's/[[:space:]]//g; s/./& /g'; }

: > "$work/fasttext.train"
for file in "$root"/knowledge-base/intents/utterances/*.txt; do
  intent=$(basename "$file" .txt)
  characters < "$file" | sed "s/^/__label__$intent /" >> "$work/fasttext.train"
done
grep -v $'^text\t' "$labelled" > "$work/labelled.tsv"
cut -f1 "$work/labelled.tsv" | characters > "$work/fasttext.test"
awk -F'\t' '{print $NF}' "$work/labelled.tsv" > "$work/accepted"

echo "== fastText"
time fasttext supervised -input "$work/fasttext.train" -output "$work/fasttext" \
  -dim 100 -epoch 30 -lr 0.3 -wordNgrams 3 -minCount 1 -bucket 200000 -seed 1 -thread 2 -verbose 0
time fasttext predict "$work/fasttext.bin" "$work/fasttext.test" 3 > "$work/predicted"
paste "$work/accepted" "$work/predicted" | awk -F'\t' '
  { split($2, best, " "); hit = 0
    for (i = 1; i <= 3; i++) { sub("__label__", "", best[i]); if (index("|" $1 "|", "|" best[i] "|")) { if (i == 1) top1++; hit = 1 } }
    top3 += hit }
  END { printf "top-1 %.4f\ntop-3 %.4f\n", top1 / NR, top3 / NR }'

echo "== ReplyBot.Intent"
dotnet run -c Release --project "$root/bench/intent" -- "$root/knowledge-base" "$work/intent.bin" "$labelled"
