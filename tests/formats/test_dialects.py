"""Dialects of Markdown: what is prose, and what belongs to a site generator."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtaudit.formats import load_format
from mtaudit.formats.base import FormatOptions
from mtaudit.model import TextSpan

OPTIONS = FormatOptions()
MARKDOWN = load_format("markdown")


def parsed(raw, path="a.mdx"):
    return MARKDOWN.parse(raw, path, OPTIONS)


def texts(raw, path="a.mdx"):
    """Return the text of each segment of `raw`."""
    return [segment.text for segment in parsed(raw, path).segments]


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        pytest.param("import a from 'b'\n\nc", ["c"], id="import"),
        pytest.param("export const a = {\n\nb: 1}\n\nc", ["c"], id="export"),
        pytest.param("export const a = {\n\nb", ["b"], id="braces that stay open"),
        pytest.param("Words import less.", ["Words import less."], id="a word"),
        pytest.param("a {b} c", ["a ￼ c"], id="expression"),
        pytest.param("a {b({c: {d}})} e", ["a ￼ e"], id="nested expression"),
        pytest.param("a {b c", ["a {b c"], id="a brace that stays open"),
        pytest.param(r"a \{b\} c", ["a {b} c"], id="escaped braces"),
        pytest.param("a `{b}` c", ["a ￼ c"], id="inline code"),
        pytest.param("```\n{a}\n<B>\n```\nc", ["c"], id="fenced code"),
        pytest.param("{/* a */}\n\nb", ["b"], id="comment"),
        pytest.param("a {/* b */} c", ["a c"], id="comment in a sentence"),
        pytest.param("<A>\nb\n</A>", ["b"], id="block element"),
        pytest.param("<A>\n\n    b\n\n</A>", ["b"], id="indented content"),
        pytest.param("<A>\n  <B>\n\n    b\n\n  </B>\n</A>", ["b"], id="nested"),
        pytest.param("<A>b *c*</A>", ["b c"], id="element on a line"),
        pytest.param("<A b={<C>d</C>}>e</A>", ["e"], id="element in an attribute"),
        pytest.param("<A\n  title='b'\n>\nc\n</A>", ["b", "c"], id="long tag"),
        pytest.param("<A href='b' />", [], id="no prose"),
        pytest.param("a <B /> c", ["a ￼ c"], id="an icon"),
        pytest.param("<></>", [], id="fragment"),
        pytest.param("a < b > c", ["a < b > c"], id="signs"),
        pytest.param("<A>\n| b |\n|---|\n| <C>d</C> |\n</A>", ["b", "d"], id="table"),
        pytest.param("<td>{a}</td>\n<td>b</td>", ["b"], id="cells"),
        pytest.param('a <img alt="b" /> c', ["a ￼ c", "b"], id="picture"),
        pytest.param("<style>{`a`}</style>\n\nb", ["b"], id="style"),
    ],
)
def test_jsx(raw, found):
    """In MDX tags, expressions and modules are no prose; what they enclose is."""
    assert found == texts(raw)


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        pytest.param("!!! note\n\n    a\n\nb", ["a", "b"], id="admonition"),
        pytest.param('!!! note "T"\n    a', ["T", "a"], id="title"),
        pytest.param("???+ note\n    a", ["a"], id="open box"),
        pytest.param("- a\n\n    !!! b\n        c", ["a", "c"], id="in a list"),
        pytest.param("Stop!!! Now", ["Stop!!! Now"], id="exclamation"),
        pytest.param('=== "A"\n\n    b\n\n=== "C"\n\n    d', [*"AbCd"], id="tabs"),
        pytest.param("a\n===\n\nb", ["a", "b"], id="underline"),
        pytest.param("!!! a\n\n        b", ["b"], id="deeper than it must be"),
        pytest.param("/// note | T\n\na\n\n///", ["T", "a"], id="slashes"),
        pytest.param("::: tip T\na\n:::", ["T", "a"], id="title of a container"),
        pytest.param(":::note[T]\na\n:::", ["T", "a"], id="title in brackets"),
        pytest.param(":::zone pivot='x'\na\n:::", ["a"], id="attributes"),
        pytest.param(":::row count=2:::\na\n:::row-end:::", ["a"], id="row"),
        pytest.param("{{< a >}}\nb\n{{< /a >}}", ["b"], id="shortcode"),
        pytest.param('{{< f title="T" >}}', ["T"], id="caption"),
        pytest.param("a {{< b >}} c", ["a ￼ c"], id="shortcode in a sentence"),
        pytest.param('[a]({{< ref "b c" >}}) d', ["a d"], id="address"),
        pytest.param("{% if a %}\nb\n{% endif %}", ["b"], id="statements"),
        pytest.param("{% highlight c %}\na\n{% endhighlight %}\nb", ["b"], id="code"),
        pytest.param("a\n{: .b }\n", ["a"], id="attribute list"),
        pytest.param("<<< @/a.js\n\nb", ["b"], id="snippet"),
        pytest.param("```\n!!! a\n    b\n```\nc", ["c"], id="in code"),
        pytest.param("a <kbd>B</kbd> <code>c</code>", ["a ￼ ￼"], id="code elements"),
        pytest.param("a <kbd>b", ["a b"], id="an element that stays open"),
        pytest.param('a <b title="T">b</b>', ["a b", "T"], id="attribute"),
        pytest.param("<p>a &lt; <b>b</b></p>", ["a < b"], id="block of html"),
        pytest.param("<script>\na\n</script>\n\nb", ["b"], id="script"),
        pytest.param("a <td>b</td><td>c</td>", [*"abc"], id="cells in a line"),
        pytest.param("[[toc]]\n\na", ["a"], id="contents"),
    ],
)
def test_lines(raw, found):
    """Boxes, containers and shortcodes enclose prose, and their titles are prose."""
    assert found == texts(raw, "a.md")


@pytest.mark.parametrize(
    ("raw", "match", "by", "written"),
    [
        pytest.param("<p>a—b</p>", "—", "<", "<p>a&lt;b</p>", id="html"),
        pytest.param('<a title="a—b">c</a>', "—", '"', '"a&#34;b"', id="attribute"),
        pytest.param("!!! x\n    a—b", "—", "*x", r"a\*xb", id="in a box"),
        pytest.param(":::note[a—b]", "—", "–", "[a–b]", id="title"),
        pytest.param(":::note[a—b]", "—", "]", None, id="title that cannot be"),
    ],
)
def test_spelling(raw, match, by, written):
    """A fix is spelled as the place needs it, or there is none."""
    segment = next(s for s in parsed(raw, "a.md").segments if match in s.text)
    start = segment.text.index(match)
    span = segment.to_raw(TextSpan(start, start + 1))
    text = MARKDOWN.escape(by, segment.spelling)

    if written is None:
        assert text is None
    else:
        assert written in raw[: span.start] + text + raw[span.end :]


SIGNS = st.sampled_from(
    ["<A>", "</A>", "<B c='d' e={f}>", "<C/>", "{", "}", "{/*", "*/}", "`", "```",
     "import ", "export const a = {", "\n", "\n\n", "    ", "  ", "- ", "!!! note",
     ' "T"', "??? a", '=== "T"', "/// a | b", "///", ":::", ":::a[b]", "{{< a >}}",
     "{% b %}", "{: c }", "](", "{{", "}}", "> ", "| ", "<", ">", "é", "港", "word",
     "\r\n", "\t", "<p>", "</p>"]
)  # fmt: skip
PAGES = st.lists(SIGNS, max_size=14).map("".join)


@pytest.mark.parametrize("path", ["a.md", "a.mdx"])
@given(raw=PAGES)
@settings(max_examples=600)
def test_places(path, raw):
    """Whatever stands together, a verbatim piece is what the file has there."""
    for segment in parsed(raw, path).segments:
        place = 0
        for piece in segment.pieces:
            assert place <= piece.raw.start < piece.raw.end <= len(raw)
            place = piece.raw.end
            if piece.verbatim:
                assert piece.text.of(segment.text) == piece.raw.of(raw)


@pytest.mark.parametrize(
    "opening",
    [
        pytest.param(text, id=text.strip())
        for text in (
            *("<A>\n", "{", "{{< a ", "!!! a\n    ", "<A b={", "`{", "<p>", "</A>"),
            *("a <kbd>", "<style>", "{/* ", "export const a = {\n\n"),
            "{% highlight a %}\n",
        )
    ],
)
def test_depth(opening):
    """Thousands of openings without an end do no harm."""
    parsed(opening * 4000)
    parsed(opening * 4000, "a.md")


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        pytest.param(
            '<div lang="de">\n\nDas *Boot*.\n\n</div>\n\nA boat.',
            [("Das Boot.", "de"), ("A boat.", None)],
            id="language",
        ),
        pytest.param(
            '<section lang="de">\n\nA.\n\n<div lang="fr">\n\nB.\n\n</div>\n\nC.\n',
            [("A.", "de"), ("B.", "fr"), ("C.", "de")],
            id="language in a language",
        ),
        pytest.param(
            'He said <span lang="ru">да <b>или</b> нет</span>, *then* left.',
            [("He said ￼, then left.", None), ("да или нет", "ru")],
            id="language of a passage",
        ),
        pytest.param(
            'a <i lang="la">b <i>c</i></i> d <i lang="fr">e\n\nf',
            [("a ￼ d ￼", None), ("b c", "la"), ("e", "fr"), ("f", None)],
            id="passages, one of them open",
        ),
        pytest.param(
            'a <code><i lang="la">b</i></code> <i lang="la">c</i>',
            [("a ￼ ￼", None), ("c", "la")],
            id="a passage in code",
        ),
        pytest.param(
            '---\nlang: de\n---\n<i lang="de-AT">Ein</i> Satz',
            [("Ein Satz", None)],
            id="a passage in the language of the page",
        ),
        pytest.param(
            '<i lang="la">carpe</i> ![<i lang="la">x</i> y](z)',
            [("carpe ￼", "la"), ("￼ y", None), ("x", "la")],
            id="mostly a passage",
        ),
        pytest.param(
            '<div translate="no">\n\nA.\n\n<div translate="yes">\n\nB.\n\n</div>\n'
            "\nC.\n\n</div>\n\nD.",
            [("B.", None), ("D.", None)],
            id="not to translate",
        ),
        pytest.param(
            '<div class="notranslate">\n\n- A.\n\n</div>\n\n</div>\n\nB.',
            [("B.", None)],
            id="by class",
        ),
    ],
)
def test_regions(raw, found):
    """Elements that hold Markdown say in what language it is, and if it may change."""
    segments = parsed(raw, "a.md").segments

    assert found == [(each.text, each.lang) for each in segments]
