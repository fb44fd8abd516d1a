"""AsciiDoc: which words are prose, and that nothing else is written."""

import shutil
import subprocess
from pathlib import Path

import html5lib
import pytest

from mtaudit.formats import load_format
from mtaudit.formats.base import FormatOptions
from mtaudit.model import OPAQUE

CASES = Path(__file__).parent / "cases" / "asciidoc"
OPTIONS = FormatOptions()
ASCIIDOC = load_format("asciidoc")


def parsed(raw):
    return ASCIIDOC.parse(raw, "a.adoc", OPTIONS)


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        pytest.param("a *b* _c_ d", ["a b c d"], id="strong and soft"),
        pytest.param("a**b**c", ["abc"], id="inside a word"),
        pytest.param("2 * 3 * 4", ["2 * 3 * 4"], id="signs"),
        pytest.param("snake_case_name", ["snake_case_name"], id="underscores"),
        pytest.param(r"\*a* b", ["*a* b"], id="escaped"),
        pytest.param("a `b *c*` d", ["a ￼ d"], id="code"),
        pytest.param("a {b} c", ["a ￼ c"], id="attribute"),
        pytest.param("https://a.b[c d] e", ["c d e"], id="address with a text"),
        pytest.param("see https://a.b.", ["see ￼."], id="address"),
        pytest.param("a link:b.html[c,role=x] d", ["a c d"], id="link"),
        pytest.param("<<a,b>> and <<c>>", ["b and ￼"], id="references"),
        pytest.param("a ((b)) (((c, d))) e", ["a b  e"], id="terms of an index"),
        pytest.param("H~2~O x^2^", ["H2O x2"], id="above and below"),
        pytest.param("[.lead]#a# b", ["a b"], id="role"),
        pytest.param("= T\nAuthor\n:a: b\n\nc", ["T", "c"], id="head"),
        pytest.param("* a\n** b\n- c", ["a", "b", "c"], id="items"),
        pytest.param("* [x] a", ["a"], id="done"),
        pytest.param("a:: b\nc::\n  d", ["a", "b", "c", "d"], id="terms"),
        pytest.param("a std::vector b", ["a std::vector b"], id="colons"),
        pytest.param("NOTE: a", ["a"], id="admonition"),
        pytest.param("----\na\n----\nb", ["b"], id="listing"),
        pytest.param("[source]\na\n\nb", ["b"], id="listing without a fence"),
        pytest.param("```ruby\na\n```\nb", ["b"], id="fence"),
        pytest.param("----\na", [], id="a listing that stays open"),
        pytest.param("====\na\n====", ["a"], id="example"),
        pytest.param("--\na\n--", ["a"], id="open block"),
        pytest.param("[source]\n--\na\n--\nb", ["b"], id="open block of code"),
        pytest.param("|===\n|a |b\n\n2+|c\n|===\nd", [*"abcd"], id="cells"),
        pytest.param("|===\n|a\nb\n|===", ["a\nb"], id="a cell of two lines"),
        pytest.param("image::a.png[b]", ["b"], id="picture"),
        pytest.param("image::a.png[width=3]", [], id="picture without words"),
        pytest.param("include::a.adoc[]\n\nb", ["b"], id="include"),
        pytest.param("ifdef::a[]\nb\nendif::[]", ["b"], id="condition"),
        pytest.param("// a\nb", ["b"], id="comment"),
        pytest.param(" a\n b\n\nc", ["c"], id="indented"),
        pytest.param(".T\n* a", ["T", "a"], id="title of a block"),
        pytest.param("[[a]]\n== b", ["b"], id="anchor"),
    ],
)
def test_text(raw, found):
    """Marks, macros and fences are no text; what they enclose may be."""
    assert found == [each.text for each in parsed(raw).segments]


@pytest.mark.parametrize("text", ["*", "`a`", "{a}", "a::", "[b]", "a\nb", "https://a"])
def test_not_written(text):
    """Marks are never written."""
    assert ASCIIDOC.escape(text) is None


@pytest.mark.parametrize(
    ("text", "is_fit"),
    [
        pytest.param("a, b", True, id="paragraph"),
        pytest.param(". b", False, id="a list"),
        pytest.param("NOTE: b", False, id="an admonition"),
        pytest.param("= b", False, id="a title"),
    ],
)
def test_fits(text, is_fit):
    """A fix must not make another block of its paragraph."""
    (segment,) = parsed("a b").segments

    assert is_fit == ASCIIDOC.fits(text, segment.spelling)


@pytest.mark.parametrize(
    "opening", ["* ", "====\n", "[", "{", "_", "|===\n|", "a::", "<<"]
)
def test_depth(opening):
    """Thousands of openings without an end do no harm."""
    parsed(opening * 5000)


CONVERT = """\
import { convert } from '@asciidoctor/core'
import { readFileSync } from 'node:fs'
const attributes = { nofooter: true, linkcss: true, experimental: true, today: '' }
const options = { standalone: true, attributes }
process.stdout.write(await convert(readFileSync(0, 'utf8'), options))
"""
PROSE = {"h1", "h2", "h3", "h4", "h5", "h6", "p", "dt", "td", "th", "div"}
SILENT = {"code", "pre", "kbd"}


def squeezed(text):
    """Return `text` with single spaces, and without what is opaque."""
    return " ".join(text.replace(OPAQUE, "").split())


def spoken(element):
    """Return the text of an element without code and without blocks inside it."""
    said = element.text or ""
    for child in element:
        if child.tag not in SILENT | PROSE | {"ul", "ol", "dl", "table"}:
            said += " " if child.tag == "br" else spoken(child)
        said += child.tail or ""
    return said


def theirs(page):
    """Return the texts of the blocks of a page that Asciidoctor has made."""
    body = html5lib.parse(page, namespaceHTMLElements=False).find("body")
    for gone in (
        './/div[@class="details"]',
        './/div[@id="toc"]',
        './/td[@class="icon"]',
    ):
        for element in body.findall(gone):
            element.clear()
    blocks = (each for each in body.iter() if each.tag in PROSE)
    return sorted(filter(None, (squeezed(spoken(each)) for each in blocks)))


@pytest.mark.registry
def test_as_asciidoctor(tmp_path):
    """A page has the paragraphs, titles, items and cells that Asciidoctor finds."""
    if shutil.which("npm") is None:
        pytest.skip("npm is not installed")
    flags = ["--no-audit", "--no-fund", "--no-save", "--prefix", str(tmp_path)]
    subprocess.run(["npm", "install", *flags, "@asciidoctor/core@4"], check=True)
    (tmp_path / "convert.mjs").write_text(CONVERT, encoding="utf-8")
    raw = (CASES / "page.adoc").read_text(encoding="utf-8")

    done = subprocess.run(
        ["node", tmp_path / "convert.mjs"],
        input=raw,
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=120,
    )

    ours = (each for each in parsed(raw).segments if each.role != "alt-text")
    assert theirs(done.stdout) == sorted(squeezed(each.text) for each in ours)
