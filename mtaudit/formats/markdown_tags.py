"""Tags that stand in a line of Markdown: their names, and what those mean."""

from __future__ import annotations

import re

TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
BOUNDARY = "y"
"""The name of a tag that stands for any other which ends a sentence."""

BLOCKS = frozenset(
    f"{BOUNDARY} details div dd dl dt figcaption figure h1 h2 h3 h4 h5 h6 li ol p"
    " summary table tbody td th thead tr ul".split()
)
"""Elements that end a sentence, where they stand in a line of Markdown."""

NOUNS = frozenset({"code", "kbd", "samp", "tt", "var"})
"""Elements of code, which stand in a sentence as a word does."""
