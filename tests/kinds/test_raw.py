"""Rules that read the file as it is spelled."""

import pytest

from mtaudit.config.schema import Settings
from mtaudit.engine.audit import Auditor
from mtaudit.engine.fix import fix_until_stable
from mtaudit.kinds.anchors import slug
from mtaudit.kinds.raw import RawSubstitution, in_lines
from mtaudit.model import Applicability, Document, Hit, Role, TextSpan
from mtaudit.packs.folders import built_in
from mtaudit.packs.load import read_packs

RULES = [
    card.rule for card in read_packs(built_in()) if card.rule.meta.pack == "markdown"
]


def document(raw, format_name="markdown"):
    return Document(path="a.md", raw=raw, format=format_name, segments=())


def marked(kind, raw, format_name="markdown"):
    """Return `raw` with what the kind finds in brackets."""
    found = [
        segment.to_raw(hit.span)
        for segment, hit in kind.check(document(raw, format_name))
    ]
    for span in reversed(found):
        raw = f"{raw[: span.start]}⟦{span.of(raw)}⟧{raw[span.end :]}"
    return raw


@pytest.mark.parametrize(
    ("within", "expected"),
    [
        pytest.param("prose", "⟦aa⟧ `aa`\n\n```\naa\n```\n", id="prose"),
        pytest.param("spans", "aa `⟦aa⟧`\n\n```\naa\n```\n", id="inline code"),
        pytest.param("fences", "aa `aa`\n\n```\n⟦aa⟧\n```\n", id="blocks"),
        pytest.param("code", "aa `⟦aa⟧`\n\n```\n⟦aa⟧\n```\n", id="all code"),
        pytest.param("all", "⟦aa⟧ `⟦aa⟧`\n\n```\n⟦aa⟧\n```\n", id="all"),
    ],
)
def test_within(within, expected):
    """A pattern is looked for in the sort of place that the card names."""
    kind = RawSubstitution(patterns={"aa": ("b",)}, within=within)

    assert expected == marked(kind, expected.replace("⟦", "").replace("⟧", ""))


def test_formats():
    """A file of another format is left alone; none named means any."""
    assert marked(RawSubstitution(patterns={"a": ()}), "a", "plain") == "a"
    assert marked(RawSubstitution(patterns={"a": ()}, formats=()), "a", "po") == "⟦a⟧"


def test_hidden_code_comes_back():
    """What a pattern saw as hidden is in the replacement as the file has it."""
    kind = RawSubstitution(patterns={r"< (\S+) >": (r"<\1>",)})
    ((_, hit),) = kind.check(document("a < `x` > b"))

    assert hit.replacements == ("<`x`>",)


def test_overlapping_hits_are_one():
    """Of hits that overlap, the first and longest stays."""
    kind = RawSubstitution(patterns={"ab": (), "abc": (), "c": ()})

    assert marked(kind, "abc c") == "⟦abc⟧ ⟦c⟧"


def test_in_lines():
    """A hit lies in its lines, and its companions with it."""
    raw = "one\ntwo\nthree\nfour\n"
    hit = Hit(TextSpan(5, 6), companions=((TextSpan(8, 9), "x"),))
    segment, moved = in_lines(raw, hit)

    assert (segment.text, segment.role) == ("two\nthree", Role.MARKUP)
    assert moved.span.of(segment.text) == "w"
    assert segment.to_raw(moved.companions[0][0]).start == 8
    assert segment.is_verbatim(moved.span)


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        pytest.param("The Three Steps", "the-three-steps", id="plain"),
        pytest.param("🚀 Next: go!", "-next-go", id="marks"),
        pytest.param("Über uns", "über-uns", id="umlaut"),
        pytest.param("手順（一）", "手順一", id="full-width"),
        pytest.param("The [guide](x.md)", "the-guide", id="link"),
        pytest.param("Usage {#use}", "usage", id="its own anchor"),
        pytest.param("a_b - c", "a_b---c", id="hyphens and underscores"),
    ],
)
def test_slug(heading, expected):
    """Anchors are made as GitHub makes them, for any script."""
    assert expected == slug(heading)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param(
            "```sh\nmake\n```- next\n- last\n",
            "```sh\nmake\n```\n- next\n- last\n",
            id="glued fence",
        ),
        pytest.param(
            "```\r\nx\r\n```}\r\n\r\nText.\r\n",
            "```\r\nx\r\n```\n}\r\n\r\nText.\r\n",
            id="windows line ends stay",
        ),
        pytest.param(
            "```markdown\n# A\n\n[b](c.md) *d*\n```\n",
            "# A\n\n[b](c.md) *d*\n\n",
            id="wrapper",
        ),
        pytest.param(
            "\n\n---\ntitle: A\n---\n\nText.\n",
            "---\ntitle: A\n---\n\nText.\n",
            id="front matter place",
        ),
        pytest.param(
            "---\ntitle: A: *b*\n---\n\nText.\n",
            '---\ntitle: "A: *b*"\n---\n\nText.\n',
            id="front matter colon",
        ),
        pytest.param(
            "A ** bold `x y` and [l](m) too ** word.\n",
            "A **bold `x y` and [l](m) too** word.\n",
            id="spaced emphasis",
        ),
        pytest.param(
            "A ** bold [l](m) ** word.\n",
            "A ** bold [l](m) ** word.\n",
            id="not certain next to a bracket",
        ),
        pytest.param("See [a] (./b_c.md).\n", "See [a](./b_c.md).\n", id="split link"),
        pytest.param("`[a] (./b.md)`\n", "`[a] (./b.md)`\n", id="code stays"),
    ],
)
def test_fixes_are_byte_exact(raw, expected):
    """A fix of markup is written as it stands, without an escape."""
    settings = Settings(target_language="en", select=("markdown",))
    auditor = Auditor(settings, RULES, today="2000-01-01")

    def findings(text):
        return auditor.audit("a.md", text, "markdown").findings

    fixed = fix_until_stable(
        raw, findings(raw), least=Applicability.SAFE, audit=findings
    )
    assert expected == fixed.text
