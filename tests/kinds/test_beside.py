"""Kinds that look at a file beside its original: blocks, files, hashes."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtaudit.engine.pairing import beside
from mtaudit.formats import load_format
from mtaudit.formats.base import FormatOptions
from mtaudit.kinds.blocks import Blocks
from mtaudit.kinds.files import Files
from mtaudit.kinds.parity import Parity
from mtaudit.kinds.stale import Stale
from mtaudit.model import Languages

MILL = (
    "# The mill\n\nThe mill has stood on the river since 1842.\n\n"
    "It belonged to a family of millers from the south for a long time.\n\n"
    "## Today\n\n- On Saturdays it works from 9.\n- It sells flour and bread.\n\n"
    "Write to <https://mill.example/visit> before you come.\n"
)
MUEHLE = (
    "# Die Mühle\n\nDie Mühle steht seit 1842 am Fluss.\n\n"
    "Sie gehörte lange einer Familie von Müllern, die aus dem Süden kam.\n\n"
    "## Heute\n\n- Samstags arbeitet sie ab 9 Uhr.\n- Sie verkauft Mehl und Brot.\n\n"
    "Bitte vor dem Besuch unter <https://mill.example/visit> melden.\n"
)
FAMILY = "It belonged to a family of millers from the south for a long time.\n\n"
VISIT = "Write to <https://mill.example/visit> before you come.\n"


def found(kind, target, source=MUEHLE, name="markdown", languages=("en", "de")):
    """Return what a kind marks, each with the slots of the message."""
    parse = load_format(name).parse
    document, original = (
        parse(raw, f"{path}.{name}", FormatOptions())
        for raw, path in ((target, "t"), (source, "s"))
    )
    document = document._replace(languages=Languages(*languages))
    return [
        (hit.span.of(segment.text), dict(hit.slots))
        for segment, hit in kind.check(beside(document, original))
    ]


KEYED = """\
open=Die Datei vom Datenträger öffnen
{rest}last=Das war alles, was zu sagen war
"""


@pytest.mark.parametrize(
    ("lost", "told"),
    [
        (["zu"], ("A text of the original is", "zu")),
        (["b.c", "d", "e"], ("3 texts of the original are", "b.c”, “d”, “e")),
        ([*"bcdefg"], ("6 texts of the original are", "b”, “c”, “d”, “…")),
    ],
)
def test_lost_keys_are_named(lost, told):
    """Of texts with keys it is the keys that one looks for."""
    rest = "".join(f"{key}=Ein Satz, der lang genug dafür ist\n" for key in lost)
    target = "open=Open the file from the disk\nlast=That was all there was to say\n"

    (hit,) = found(Blocks(), target, KEYED.format(rest=rest), "properties")

    assert ("disk", dict(zip(("many", "lost"), told, strict=True))) == hit


def marked(kind, target, **options):
    return [text for text, _ in found(kind, target, **options)]


@pytest.mark.parametrize(
    ("target", "missing"),
    [
        pytest.param(MILL, [], id="complete"),
        pytest.param(
            MILL.replace(FAMILY, ""),
            [("1842.", "A block of the original is")],
            id="one",
        ),
        pytest.param(
            MILL.replace(FAMILY, "").replace("## Today\n\n", ""),
            [("1842.", "2 blocks of the original are")],
            id="two in a row",
        ),
        pytest.param(
            MILL.replace("# The mill\n\n", "").replace(FAMILY, ""),
            [("1842.", "A block of the original is")],
            id="a short heading is not told",
        ),
        pytest.param(
            MILL.replace("1842.\n\nIt", "1842. It"), [], id="taken in by its neighbour"
        ),
        pytest.param(
            MILL.replace(FAMILY, "> Long owned by millers, a family of the south.\n\n"),
            [],
            id="said anew",
        ),
        pytest.param(
            MILL.rpartition("Write")[0],
            [("bread.", "A block of the original is")],
            id="end",
        ),
    ],
)
def test_missing(target, missing):
    """What is missing is told at the end of what stands before it."""
    hits = found(Blocks(report="missing"), target)

    assert missing == [(text, slots["many"]) for text, slots in hits]


def test_one_thing():
    """Of a file of which half is missing that is said, and no more."""
    page = "".join(f"Seite {n} sagt, wie das Rad sich dreht.\n\n" for n in range(1, 20))
    start = "".join(f"Page {n} tells how the wheel turns.\n\n" for n in range(1, 9))

    assert ["Page"] == marked(Files("incomplete"), start, source=page)
    assert [] == marked(Blocks(), start, source=page)


def test_sorted_anew():
    """What stands in other places all over a text is not missing."""
    heads = [
        f"## K-{n}{n}\n\n" + f"`a-{n}/b.md` K-{n} " * 12 + "\n\n" for n in range(8)
    ]
    source = ["Der Stein, der sich dreht.\n\n", "Das Wehr am Fluss.\n\n"] * 2
    target = ["The stone that turns.\n\n", "The weir in the river.\n\n"] * 2
    here = "".join(head + "".join(source) * (n % 2) for n, head in enumerate(heads))
    there = "".join(
        head + "".join(target) * (1 - n % 2) for n, head in enumerate(heads)
    )

    assert [] == marked(Blocks(), there, source=here)


def test_tooltips():
    """A tooltip belongs to its paragraph, wherever in it the link stands."""
    source = (
        "<p>{0}</p><p>Wie in <a href='a' title='Das dritte Kapitel'>3</a> gesagt.</p>"
    )
    target = (
        "<p>{0}</p><p><a href='a' title='The third chapter'>3</a> says it, too.</p>"
    )
    parts = "Das Rad dreht sich. " * 9, "The wheel turns. " * 9

    pages = target.format(parts[1]), source.format(parts[0])
    assert [] == marked(Blocks(least=5), pages[0], source=pages[1], name="html")
    assert [] == marked(Blocks("added", 5), pages[0], source=pages[1], name="html")


def test_quoted():
    """The message quotes the beginning of what is missing, and the missing code."""
    source = MUEHLE.replace("Sie gehörte", "Sie gehörte `laut Grundbuch`")

    ((_, slots),) = found(
        Blocks(report="missing"), MILL.replace(FAMILY, ""), source=source
    )

    assert (
        "Sie gehörte … lange einer Familie von Müllern, die aus dem S…"
        == (slots["lost"])
    )


def test_added_and_repeated():
    """A block that says what another says is repeated, any other one is added."""
    twice = MILL.replace(FAMILY, FAMILY * 2)
    note = MILL + "\nI left the address as it is, since it is in the original.\n"

    assert [FAMILY.strip()] == marked(Blocks(report="repeated"), twice)
    assert [] == marked(Blocks(report="added"), twice)
    assert [] == marked(Blocks(report="repeated"), note)
    assert ["I left the address as it is, since it is in the original."] == marked(
        Blocks(report="added"), note
    )
    assert [] == marked(Blocks(report="added", unless=(r"^I left\b",)), note)
    assert [] == marked(Blocks(report="repeated"), twice, source=twice)


def test_moved():
    """A block that its marks single out is found in its new place; keys may move."""
    moved = VISIT + "\n" + MILL.replace("\n" + VISIT, "")
    keys = '{"title": "mill %s", "text": "flour %s"}'
    turned = '{"text": "Mehl %s", "title": "Mühle %s"}'

    assert ["Write to \N{OBJECT REPLACEMENT CHARACTER} before you come."] == marked(
        Blocks(report="moved"), moved
    )
    assert [] == marked(Blocks(report="moved"), turned, source=keys, name="json")


RUSSIAN = "Мельница стоит на реке с 1842 года и долго принадлежала семье. " * 6
ENGLISH = "The mill has stood on the river since 1842, and it is a mill. " * 6


@pytest.mark.parametrize(
    ("target", "source", "report"),
    [
        pytest.param(MILL, MUEHLE, None, id="a pair"),
        pytest.param("", MUEHLE, "empty", id="empty"),
        pytest.param("<!-- to do -->\n", MUEHLE, "empty", id="only a comment"),
        pytest.param("", "# A\n", None, id="nothing to translate"),
        pytest.param("", "", None, id="nothing"),
        pytest.param(ENGLISH, RUSSIAN, "source-language", id="another language"),
        pytest.param("The mill.\n", MUEHLE * 5, "length", id="a tenth"),
        pytest.param(MILL * 40, "Die Mühle.\n", "length", id="ten times"),
        pytest.param(
            "".join(f"Go to pump{n}.example, page {n}31.\n\n" for n in range(15)),
            "".join(f"Siehe mill{n}.example, Seite {n}97.\n\n" for n in range(15)),
            "unlike",
            id="another page",
        ),
        pytest.param(MILL.partition("## ")[0], MUEHLE * 2, "incomplete", id="half"),
    ],
)
def test_files(target, source, report):
    """Of a pair of files the first thing that is wrong is told, and no other."""
    reports = ("empty", "source-language", "length", "unlike", "incomplete")
    told = [
        each for each in reports if found(Files(report=each), target, source=source)
    ]

    assert [report] * (report is not None) == told


@pytest.mark.parametrize(
    ("line", "is_stale"),
    [
        pytest.param("source_hash: {md5}", False, id="as it was"),
        pytest.param('"original_hash": "{sha256}"', False, id="in a comment of JSON"),
        pytest.param("source_hash: {sha1}", False, id="SHA-1"),
        pytest.param("source_hash: {crlf}", False, id="with other newlines"),
        pytest.param("source_hash: {blob}", False, id="Git's name for the content"),
        pytest.param("source_hash: " + "0" * 32, True, id="changed"),
        pytest.param("commit: " + "0" * 40, False, id="another key"),
        pytest.param("source_hash: " + "0" * 31, False, id="no hash"),
    ],
)
def test_stale(line, is_stale):
    """A hash that the original does not have any more is marked."""
    raw = MUEHLE.encode()
    hashes = {name: hashlib.new(name, raw).hexdigest() for name in HASHES}
    crlf = hashlib.md5(raw.replace(b"\n", b"\r\n"), usedforsecurity=False).hexdigest()
    blob = hashlib.sha1(
        b"blob %d\0%s" % (len(raw), raw), usedforsecurity=False
    ).hexdigest()

    said = line.format(crlf=crlf, blob=blob, **hashes) if "{" in line else line

    target = f"<!-- {said} -->\n\n{MILL}"
    assert is_stale == bool(found(Stale(), target))


HASHES = ("md5", "sha1", "sha256")
TEXT = st.lists(
    st.text("abcdefgh 0123.\n#->`|", min_size=1, max_size=80), max_size=12
).map("\n\n".join)


@settings(max_examples=40, deadline=None)
@given(TEXT, TEXT)
def test_whatever(target, source):
    """No two texts break a kind, and a text beside itself lacks nothing."""
    for report in ("missing", "added", "repeated", "moved"):
        found(Blocks(report=report), target, source=source)
    for report in ("empty", "source-language", "length", "unlike", "incomplete"):
        found(Files(report=report), target, source=source)

    assert [] == found(Blocks(report="missing"), target, source=target)
    assert [] == found(Blocks(report="added"), target, source=target)


@pytest.mark.parametrize(
    ("target", "lost"),
    [
        ("a = { $n ->\n    [one] Ein Rad\n   *[other] { $n } Räder\n }\n", []),
        ("a = Räder: { $n }\n", []),
        ("a = { $n ->\n    [one] { $m }\n   *[other] Räder\n }\n", ["{ $m }"]),
    ],
    ids=["one form says it", "one form", "another name"],
)
def test_variants(target, lost):
    """What a message has in one of its variants it has."""
    source = "a = { $n ->\n    [one] { $n } wheel\n   *[other] { $n } wheels\n }\n"
    kind = Parity(("placeholders",))

    assert lost == marked(kind, target, source=source, name="fluent")
