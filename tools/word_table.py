"""Count word forms of a corpus into `src/mawqif/lang/ar/data/words.tsv.gz`: what the grammar knows of Arabic words.

One row a folded form: how often it occurs (log2), how often it stands where only a verb can stand (tenths of the
share that verbs reach there), how often it follows a title or a given name, and how often a definite form follows a
definite one, as adjectives do (tenths of all its occurrences), how often it stands where only a noun can. Counts
are no text: nothing of an article can be rebuilt from them.

    python tools/word_table.py ../shared/corpus
"""

from __future__ import annotations

import gzip
import itertools
import json
import math
import sys
from collections import Counter, defaultdict
from pathlib import Path

from mawqif.text.tokens import Tokens

OUT = Path(__file__).parent.parent / "src/mawqif/lang/ar/data/words.tsv.gz"
LEAST = 6
VERB_CONTEXT = frozenset(
    "لم لن قد سوف الذي التي الذين اللذين اللتين انه انها انهم بانه بانها وقد فقد ولم ولن حيث لكنه لكنها".split()
)
VERB_SHARE = 0.12
"""Share of its occurrences that a typical finite verb has in `VERB_CONTEXT` (قال 0.08, أكد 0.11, تشهد 0.32)."""
NOUN_SHARE = 0.3
"""Share of its occurrences that a typical noun has in `NOUN_CONTEXT`."""
NOUN_CONTEXT = frozenset("من في الي عن علي خلال بعد قبل منذ مع بين ضد تحت امام كل بعض اي هذا هذه غير".split())
NAME_SEEDS = frozenset(
    "السيد الدكتور الشيخ الاستاذ المهندس اللواء العميد العقيد السفير الامير النائب الكاتب محمد احمد عبدالله عبدالعزيز "
    "عبد بن ابو حسين حسن محمود خالد فهد سلطان ابراهيم مصطفي سلمان باراك جون ديفيد فلاديمير جورج".split()
)


def count(folder: Path) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """Forms and pairs of neighbours of every `*.jsonl.gz` in the folder."""
    forms: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for path in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                tokens = Tokens(json.loads(line)["text"]).forms
                forms.update(tokens)
                pairs.update(itertools.pairwise(tokens))
    return forms, pairs


def name_shares(forms: Counter[str], before: dict[str, Counter[str]], rounds: int = 3) -> dict[str, float]:
    """How often a form follows a title or given name; names found in one round are seeds of the next."""
    seeds, shares = NAME_SEEDS, {}
    for _ in range(rounds):
        shares = {
            form: sum(c for word, c in before[form].items() if word in seeds) / forms[form]
            for form in forms
            if forms[form] >= LEAST
        }
        found = {f for f, s in shares.items() if s >= 0.3 and forms["ال" + f] < forms[f] * 0.3}
        seeds = NAME_SEEDS | found
    return shares


def main(folder: Path) -> None:
    """Write the table of all Arabic forms that occur at least `LEAST` times."""
    forms, pairs = count(folder)
    before: dict[str, Counter[str]] = defaultdict(Counter)
    verbal: Counter[str] = Counter()
    after_definite: Counter[str] = Counter()
    nominal: Counter[str] = Counter()
    for (left, right), n in pairs.items():
        before[right][left] += n
        if left in VERB_CONTEXT:
            verbal[right] += n
        if left in NOUN_CONTEXT:
            nominal[right] += n
        if right.startswith("ال") and left.lstrip("وفبكل").startswith(("ال", "ل")) and len(left) > 4:
            after_definite[right] += n
    names = name_shares(forms, before)
    with gzip.GzipFile(OUT, "wb", mtime=0) as out:
        for form, n in sorted(forms.items()):
            if n < LEAST or not form.isalpha() or not "\u0620" <= form[0] <= "\u06ff":
                continue
            verb = min(9, round(9 * verbal[form] / n / VERB_SHARE))
            name = min(9, round(9 * names[form]))
            adjective = min(9, round(9 * after_definite[form] / n))
            noun = min(9, round(9 * nominal[form] / n / NOUN_SHARE))
            out.write(f"{form}\t{int(math.log2(n))}\t{verb}\t{name}\t{adjective}\t{noun}\n".encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
