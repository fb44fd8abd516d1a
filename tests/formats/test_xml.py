"""XML: the same tree as lxml reads; nothing is fetched, nothing grows."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from mtaudit.formats import load_format
from mtaudit.formats.base import FormatOptions
from mtaudit.formats.xml_scan import Element, read
from mtaudit.model import OPAQUE, ParseError

SAMPLES = """
<a> </a> <b\xa0x='1'> </b> <c/> text é &amp; &#233; &#x2014; <!--c--> <![CDATA[<x>&]]>
<?pi?> <p:q\xa0y='&lt;'/> < & </ ]]
"""
TOKENS = st.lists(
    st.sampled_from([each.replace("\xa0", " ") for each in SAMPLES.split(" ")]),
    max_size=10,
).map("".join)


def tree(element):
    """Return an element of ours as nested lists."""
    found = [element.name]
    for each in element.content:
        if isinstance(each, Element):
            found.append(tree(each))
        elif isinstance(found[-1], tuple):
            found[-1] = (found[-1][0] + each.text,)
        else:
            found.append((each.text,))
    return found


def theirs(element):
    """Return an element of lxml likewise."""
    found = [etree.QName(element).localname]
    add(found, element.text)
    for each in element:
        if isinstance(each.tag, str):
            found.append(theirs(each))
        add(found, each.tail)
    return found


def add(found, text):
    """Add text to what is found, to the text before it if there is one."""
    if text and isinstance(found[-1], tuple):
        found[-1] = (found[-1][0] + text,)
    elif text:
        found.append((text,))


@given(inner=TOKENS)
@settings(max_examples=1500, deadline=None)
def test_tree(inner):
    """What lxml reads is read alike, and tags that do not match are refused."""
    raw = f'<r xmlns:p="p">{inner}</r>'
    try:
        expected = theirs(etree.fromstring(raw.encode()))
    except etree.XMLSyntaxError as error:
        if "mismatch" in str(error) or "Premature" in str(error):
            with pytest.raises(ParseError):
                read(raw, "a")
        return

    assert expected == tree(read(raw, "a")[0])


BOMB = """<!DOCTYPE r [
<!ENTITY a "aaaa"> <!ENTITY b "&a;&a;"> <!ENTITY f SYSTEM "/etc/passwd">
]>"""


def test_entities_of_a_file():
    """Entities that a file declares are opaque: none is expanded or fetched."""
    root, _ = read(f"{BOMB}<r>x &b; &f; y</r>", "a")

    assert f"x {OPAQUE} {OPAQUE} y" == root.text


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        pytest.param("<a>\n<b></a>", "a.xlf:2:4", id="wrong end"),
        pytest.param("<a>\n <b>", "a.xlf:2:2", id="never closed"),
        pytest.param("words", "a.xlf:1:1", id="no element"),
        pytest.param("<a b=c/>", "a.xlf:1:1", id="no quotes"),
        pytest.param("<a>" * 9999, "a.xlf:1:3001", id="deep"),
    ],
)
def test_place(raw, place):
    """An error says where."""
    with pytest.raises(ParseError) as caught:
        read(raw, "a.xlf")

    assert place == caught.value.place


def parsed(name, raw):
    return load_format(name).parse(raw, "a", FormatOptions())


@pytest.mark.parametrize(
    ("name", "raw", "source"),
    [
        pytest.param(
            "xliff",
            '<xliff><file><trans-unit><source>a <x id="1"/> {b}</source>'
            "<target>c</target></trans-unit></file></xliff>",
            f"a {OPAQUE} {OPAQUE}",
            id="xliff",
        ),
        pytest.param(
            "tmx",
            '<tmx><header srclang="de"/><body><tu><tuv xml:lang="en"><seg>c</seg></tuv>'
            '<tuv xml:lang="de"><seg>a</seg></tuv></tu></body></tmx>',
            "a",
            id="tmx: the original comes last",
        ),
        pytest.param(
            "qt",
            "<TS><context><message><source>&amp;a &amp;&amp; b</source>"
            "<translation>c</translation></message></context></TS>",
            "a & b",
            id="qt: mnemonics",
        ),
    ],
)
def test_source(name, raw, source):
    """The original is shown as its translation is."""
    assert [source] == [segment.source for segment in parsed(name, raw).segments]


def test_typescript():
    """A file of TypeScript is none of Qt's."""
    assert () == parsed("qt", "export const a = <T>(x: T) => x;\n").segments
