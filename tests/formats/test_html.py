"""HTML: what a browser shows, which of it is prose, and how it is written back."""

import re

import html5lib
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mtaudit.formats import load_format
from mtaudit.formats.base import FormatOptions
from mtaudit.formats.html_elements import UNREAD
from mtaudit.model import OPAQUE, Role, TextSpan

XHTML = "{http://www.w3.org/1999/xhtml}"
OPTIONS = FormatOptions()
HTML = load_format("html")


def parsed(raw, path="a.html"):
    return HTML.parse(raw, path, OPTIONS)


def texts(raw, path="a.html"):
    """Return the text of each segment of `raw`."""
    return [segment.text for segment in parsed(raw, path).segments]


def ours(raw):
    """Return the text of elements, without white space and what is opaque."""
    found = [each.text for each in parsed(raw).segments if each.unit_id is None]
    return re.sub(rf"\s|{OPAQUE}", "", "".join(found))


def theirs(raw):
    """Return the text that html5lib sees outside the elements that are not read."""
    root = html5lib.parse(raw, treebuilder="etree", namespaceHTMLElements=True)
    return re.sub(r"\s", "", "".join(spoken(root)))


def spoken(element):
    """Yield the text of `element`, and what follows the elements in it."""
    if callable(element.tag):
        return
    name = element.tag.removeprefix(XHTML)
    if name not in UNREAD:
        yield element.text or ""
    for child in element:
        if name not in UNREAD:
            yield from spoken(child)
            yield child.tail or ""


MARKS = st.sampled_from(
    ["<p>", "</p>", "<b>", "</b>", "<i class=a>", "</i>", "<div>", "</div>", "<ul>",
     "<li>", "</li>", "</ul>", "<br>", "</br>", "<h1>", "</h1>", "<code>", "</code>",
     "<pre>", "</pre>", "<a href='>'>", "</a>", "<span>", "</span>", "<dl>", "<dt>",
     "<dd>", "</dl>", "<script>", "</script>", "<style>", "</style>", "<!-- ", "-->",
     "--!>", "<!-->", "<!x>", "<?x>", "</>", "</ x>", "<", "</", "&lt;", "&amp", "&no",
     "&notit;", "&#65", "&#x41;", "&#0;", "&", "&#", "<img alt=x>", "<hr/>", "<x-y>",
     '<a b="', "<a b='>", '">', "<p\n>", "<P>", "<kbd>", "</kbd>", "<blockquote>",
     "</blockquote>", "<section>", "</section>", "=", "'", "/>", "<a=>", "<b/c>"]
)  # fmt: skip
PAGES = st.lists(MARKS | st.text("abЖ 港\n", max_size=3), max_size=12).map("".join)


@given(inner=PAGES)
@settings(max_examples=1500)
@example(inner="<p><code>a<p>b</code>c")
@example(inner="<a b='>")
@example(inner="<p><kbd><code><p>a")
def test_as_a_browser(inner):
    """Broken pages have the text that an HTML5 parser gives them."""
    raw = f"<!doctype html><title>t</title><body>x{inner}"

    assert theirs(raw) == ours(raw)


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        pytest.param("<p>a <b>b</b> c</p>", ["a b c"], id="inline elements are gaps"),
        pytest.param("<p>a<p>b", ["a", "b"], id="paragraphs without an end"),
        pytest.param("<p>a\n   b</p>", ["a\nb"], id="a broken line"),
        pytest.param("a<br>\n b", ["a\nb"], id="a line break"),
        pytest.param("<b>a </b> b", ["a b"], id="one space across a tag"),
        pytest.param("a&nbsp;b &lt;c&gt;", ["a\xa0b <c>"], id="references"),
        pytest.param("&#" + "9" * 5000 + ";a", ["\ufffda"], id="a huge number"),
        pytest.param("x <code>a</code> y", ["x ￼ y"], id="code is a noun"),
        pytest.param("x <kbd>A<b>B</b></kbd> y", ["x ￼ y"], id="with elements in it"),
        pytest.param("<pre>a</pre><p>b", ["b"], id="preformatted text"),
        pytest.param("<p translate=no>a<p>b", ["b"], id="not to be translated"),
        pytest.param("x <i translate=no>a</i> y", ["x ￼ y"], id="a name in a sentence"),
        pytest.param('<p class="a notranslate">a<p>b', ["b"], id="by class"),
        pytest.param(
            "<div translate=no>a<p translate=yes>b</div>", ["b"], id="translated again"
        ),
        pytest.param("<a>a</a><a>b</a>", ["a", "b"], id="links of a menu"),
        pytest.param("<b>a</b><b>b</b>", ["ab"], id="parts of a word"),
        pytest.param("<x-a>a</x-a><x-a>b</x-a>", ["a", "b"], id="custom elements"),
        pytest.param("<ruby>港<rt>みなと</rt></ruby>", ["港"], id="readings"),
        pytest.param("a <!-- c --> b", ["a b"], id="a comment in a sentence"),
        pytest.param("<script>a < b</script>c", ["c"], id="a script"),
        pytest.param("<script>'</b>'</script>c", ["c"], id="tags in a script"),
        pytest.param("a {{ b }} c", ["a ￼ c"], id="braces"),
        pytest.param("a {{ {b: 1} }} c", ["a ￼ c"], id="braces in braces"),
        pytest.param("a {% b %} c", ["a ￼ c"], id="a statement"),
        pytest.param("a <?php echo '>' ?> c", ["a ￼ c"], id="php"),
        pytest.param("a <%= b > c %> d", ["a ￼ d"], id="erb"),
        pytest.param("<p {% if a > b %}id=x{% endif %}>c", ["c"], id="in a tag"),
        pytest.param('<a href="{% url "x" %}">c</a>', ["c"], id="quotes in quotes"),
        pytest.param("a {{ b", ["a {{ b"], id="braces that stay open"),
        pytest.param("see https://a.b/c now", ["see ￼ now"], id="an address"),
        pytest.param("<svg><text>a</text></svg>b", ["￼b"], id="a drawing"),
        pytest.param("<textarea>a</textarea>b", ["b"], id="a field"),
        pytest.param("<p>a<table><tr><td>b<td>c", ["a", "b", "c"], id="cells"),
        pytest.param("<p>a<script>x</script>b", ["ab"], id="unseen elements"),
    ],
)
def test_text(raw, found):
    """Segments are what a reader of the page takes for one text."""
    assert found == texts(raw)


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        pytest.param("<img alt='a b'>", ["a b"], id="alt"),
        pytest.param("<a title=a>b</a>", ["a", "b"], id="title"),
        pytest.param('<i aria-label="a"></i>', ["a"], id="label"),
        pytest.param('<input placeholder="a">', ["a"], id="placeholder"),
        pytest.param('<input type="Submit" value="a">', ["a"], id="button"),
        pytest.param('<input type="text" value="a">', [], id="value"),
        pytest.param('<meta name=description content="a">', ["a"], id="description"),
        pytest.param('<meta name=keywords content="a">', [], id="keywords"),
        pytest.param('<meta property="og:title" content="a">', ["a"], id="open graph"),
        pytest.param(
            '<b title="a &copy=1 &amp; b">', ["a &copy=1 & b"], id="references"
        ),
        pytest.param('<b title="a {{ b }} c">', ["a ￼ c"], id="braces"),
        pytest.param("<b title=a TITLE=b>", ["a"], id="the first one counts"),
        pytest.param("<b translate=no title=a>", [], id="not to be translated"),
        pytest.param("<b data-title=a>", [], id="another name"),
        pytest.param('<b title="">', [], id="empty"),
        pytest.param('{{ a }}<img alt="">', [], id="empty beside a template"),
    ],
)
def test_attributes(raw, found):
    """Attributes that a reader sees or hears are prose."""
    assert found == texts(raw)


@pytest.mark.parametrize(
    ("raw", "declared", "found"),
    [
        pytest.param("<html lang=uk>a", "uk", [(None, "a")], id="the page"),
        pytest.param("<html xml:lang=pt_BR>a", "pt-BR", [(None, "a")], id="xml"),
        pytest.param("<html lang='a b'>a", None, [(None, "a")], id="no tag"),
        pytest.param(
            "<meta http-equiv=Content-Language content=de>a",
            "de",
            [(None, "a")],
            id="metadata",
        ),
        pytest.param(
            "<html lang=en><p lang=fr>a<p>b",
            "en",
            [("fr", "a"), (None, "b")],
            id="a paragraph",
        ),
        pytest.param(
            "<html lang=en><p>Then <i lang=la>carpe</i> came",
            "en",
            [(None, "Then ￼ came"), ("la", "carpe")],
            id="a phrase",
        ),
        pytest.param(
            "<html lang=en><p><i lang=la>carpe diem</i>.",
            "en",
            [("la", "carpe diem.")],
            id="most of a paragraph",
        ),
        pytest.param(
            "<html lang=en><p><span lang=la><i lang=la>carpe<p>diem</i>",
            "en",
            [("la", "carpe"), ("la", "diem")],
            id="goes on in the next paragraph",
        ),
        pytest.param(
            "<html lang=en><p>a <i lang=en-GB>b</i>",
            "en",
            [(None, "a b")],
            id="another region",
        ),
        pytest.param(
            "<html lang=en><b lang=fr title=a>", "en", [("fr", "a")], id="attributes"
        ),
    ],
)
def test_languages(raw, declared, found):
    """The page and its elements state languages."""
    document = parsed(raw)

    assert declared == document.declared_lang
    assert found == [(each.lang, each.text) for each in document.segments]


def test_roles():
    """What an element is on the page is the role of its text."""
    raw = (
        "<title>a</title><h1>b</h1><p>c<ul><li><p>d</ul><table><td>e</table>"
        "<blockquote><p>f</blockquote><figcaption>g</figcaption><h2>h</h2>i"
    )

    assert [
        Role.TITLE,
        Role.HEADING,
        Role.PARAGRAPH,
        Role.LIST_ITEM,
        Role.CELL,
        Role.QUOTE,
        Role.CAPTION,
        Role.HEADING,
        Role.PARAGRAPH,
    ] == [segment.role for segment in parsed(raw).segments]


def test_first_heading():
    """A page without a title has one in its first heading of the first level."""
    assert [Role.HEADING, Role.TITLE, Role.HEADING] == [
        segment.role for segment in parsed("<h2>a</h2><h1>b</h1><h1>c</h1>").segments
    ]


def test_xhtml():
    """In XHTML an element without content closes itself."""
    assert ["a"] == texts('<script src="x" />a', path="a.xhtml")
    assert [] == texts('<script src="x" />a', path="a.html")


def test_declared_xml():
    """A page that says it is XML is read as such, whatever it is called."""
    raw = '<?xml version="1.0"?><h3><a id="x"/>a</h3><p>b <a href="y">c</a> d</p>'
    assert ["a", "b c d"] == texts(raw, path="a.html")


@pytest.mark.parametrize(
    "raw",
    ["<!-- mtaudit: ignore -->", "{# mtaudit: ignore #}"],
    ids=["markup", "template"],
)
def test_comments(raw):
    """Comments of the page and of its template may carry a suppression."""
    assert ["mtaudit: ignore"] == [each.text for each in parsed(raw).comments]


QUOTED = st.text("ab\"'&<>{%#$ é;=", min_size=1, max_size=8)


@pytest.mark.parametrize("quote", ['"', "'"], ids=["double", "single"])
@given(text=QUOTED.filter(lambda text: "  " not in text))
@example(text="<%%>")
@settings(max_examples=300)
def test_escape_in_quotes(quote, text):
    """What is written into an attribute is read back, whatever quotes it is in."""
    raw = f"<b title={quote}A — b{quote}>c"
    (segment, *_) = parsed(raw).segments
    span = segment.to_raw(TextSpan(2, 3))
    written = HTML.escape(text, segment.spelling)

    changed = parsed(raw[: span.start] + written + raw[span.end :])

    assert [f"A {text} b", "c"] == [each.text for each in changed.segments]


def test_mended():
    """A fix changes one text; html5lib sees the same elements around it."""
    raw = "<p class=a>Talks in the <b>run—up</b> to it<ul><li title='x—y'>z</ul>"
    edits = []
    for segment in parsed(raw).segments:
        start = segment.text.find("—")
        if start >= 0:
            span = segment.to_raw(TextSpan(start, start + 1))
            edits.append((span, HTML.escape("<'", segment.spelling)))
    mended = raw
    for span, written in reversed(edits):
        mended = mended[: span.start] + written + mended[span.end :]

    assert serialized(raw).replace("—", "<'") == serialized(mended)


def serialized(raw):
    """Return what html5lib sees, element by element."""
    root = html5lib.parse(raw, treebuilder="etree")
    return "|".join(
        f"{each.tag} {sorted(each.items())} {each.text} {each.tail}"
        for each in root.iter()
    ).replace('"', "'")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("AT&T, R&D — $5", id="an ampersand"),
        pytest.param("2 < 3 > 1", id="signs"),
        pytest.param('"It\'s" {a}', id="quotation marks"),
    ],
)
def test_escape_is_sparing(text):
    """What is no markup is written as it is."""
    assert text == HTML.escape(text)


def test_unquoted_is_not_rewritten():
    """A value without quotation marks is shown and never rewritten."""
    (segment,) = parsed("<b title=a—b>").segments

    assert not segment.is_verbatim(TextSpan(1, 2))
