"""Texts out of archives: what is in them, and what is refused."""

import gzip
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest

from mtaudit.engine.read import MAX_BYTES, read_stream
from mtaudit.formats import format_for, load_format
from mtaudit.formats.base import FormatOptions
from mtaudit.formats.packed import unpacked
from mtaudit.model import ReadError, Role

OPTIONS = FormatOptions()
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def zipped(**files):
    """Return an archive; double underscores in names stand for slashes."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/").replace("_x", ".x"), text)
    return stream.getvalue()


def document(body):
    return zipped(
        word__document_xml=f"<w:document {W}><w:body>{body}</w:body></w:document>"
    )


def book(*pages, lang="uk"):
    """Return an EPUB of these pages."""
    items = "".join(
        f'<item id="p{n}" href="p%20{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n, _ in enumerate(pages)
    )
    spine = "".join(f'<itemref idref="p{n}"/>' for n, _ in enumerate(pages))
    files = {f"OEBPS/p {n}.xhtml": page for n, page in enumerate(pages)}
    return zipped(
        **{
            "META-INF__container.xml": '<rootfile full-path="OEBPS/a.opf"/>',
            "OEBPS__a.opf": f"<dc:language>{lang}</dc:language>{items}{spine}",
            **files,
        }
    )


def parsed(content, path):
    """Return the document in a packed file."""
    raw = read_stream(BytesIO(content), path)
    return load_format(format_for(path)).parse(raw.text, path, OPTIONS)


def texts(content, path):
    return [each.text for each in parsed(content, path).segments]


def test_as_python_docx():
    """A document that python-docx writes has its paragraphs, each on its line."""
    written = docx.Document()
    written.add_heading("Порт", level=0)
    written.add_heading("A section", level=1)
    written.add_paragraph("Ships lie ").add_run("at the pier").bold = True
    written.add_paragraph("An item", style="List Bullet")
    table = written.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Name"
    table.cell(0, 1).text = "Odesa & co"
    stream = BytesIO()
    written.save(stream)

    found = parsed(stream.getvalue(), "a.docx")

    assert [
        (Role.TITLE, "Порт"),
        (Role.HEADING, "A section"),
        (Role.PARAGRAPH, "Ships lie at the pier"),
        (Role.LIST_ITEM, "An item"),
        (Role.CELL, "Name"),
        (Role.CELL, "Odesa & co"),
    ] == [(each.role, each.text) for each in found.segments]
    assert "en-US" == found.declared_lang


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("<w:p><w:r><w:t>a</w:t></w:r></w:p>", ["a"], id="a run"),
        pytest.param(
            "<w:p><w:r><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r></w:p>",
            ["ab"],
            id="parts of a word",
        ),
        pytest.param(
            "<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>a</w:t></w:r></w:p>",
            ["a"],
            id="field",
        ),
        pytest.param(
            "<w:p><w:del><w:r><w:delText>a</w:delText></w:r></w:del></w:p>",
            [],
            id="deleted",
        ),
        pytest.param(
            "<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p>",
            ["a\u2028b"],
            id="line break",
        ),
        pytest.param("<w:p><w:r><w:t>a\nb</w:t></w:r></w:p>", ["a b"], id="newline"),
    ],
)
def test_docx(body, found):
    """What a reader of the document sees is text."""
    assert found == texts(document(body), "a.docx")


def test_epub():
    """A book has its chapters in the order of reading, and its language."""
    pages = "<html><body><h1>One</h1><p>a<br/>b</p></body></html>", "<p>c &amp; d</p>"

    found = parsed(book(*pages), "a.epub")

    assert [
        ("OEBPS/p 0.xhtml", "One"),
        ("OEBPS/p 0.xhtml", "a\nb"),
        ("OEBPS/p 1.xhtml", "c & d"),
    ] == [(each.unit_id, each.text) for each in found.segments]
    assert "uk" == found.declared_lang


def test_gzip():
    """A file of lines is read although it is compressed, in several members too."""
    content = gzip.compress("Порт.\n\n".encode()) + gzip.compress(b"Ships.\n")

    assert ["Порт.", "Ships."] == texts(content, "a.txt.gz")


@pytest.mark.parametrize("name", ["docx", "epub"])
def test_never_rewritten(name):
    """Nothing is written into an archive."""
    assert load_format(name).escape("a") is None


BOMB = zipped(word__document_xml=" " * (MAX_BYTES + 1))
LAUGHS = (
    '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]>'
    f"<w:document {W}><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:document>"
)
OUTER = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("content", "path", "reason"),
    [
        pytest.param(b"", "a.docx", "cannot be read", id="empty"),
        pytest.param(b"PK\x03\x04", "a.epub", "cannot be read", id="truncated"),
        pytest.param(zipped(a="b"), "a.docx", "is no DOCX", id="another archive"),
        pytest.param(zipped(a="b"), "a.epub", "is no EPUB", id="no book"),
        pytest.param(BOMB, "a.docx", "is larger than 32 MiB", id="zip bomb"),
        pytest.param(
            gzip.compress(bytes(MAX_BYTES + 1)),
            "a.txt.gz",
            "is larger than 32 MiB",
            id="gzip bomb",
        ),
        pytest.param(
            zipped(word__document_xml=LAUGHS), "a.docx", "document type", id="laughs"
        ),
        pytest.param(
            zipped(word__document_xml=OUTER), "a.docx", "document type", id="outer"
        ),
        pytest.param(document("<w:p>"), "a.docx", "is no XML at line 1", id="cut off"),
        pytest.param(
            zipped(word__document_xml=b"\xff<a/>"), "a.docx", "is not", id="encoding"
        ),
        pytest.param(b"text", "a.txt.gz", "not compressed", id="no gzip"),
        pytest.param(
            gzip.compress(b"text")[:-5], "a.txt.gz", "breaks off", id="half a gzip"
        ),
    ],
)
def test_refused(content, path, reason):
    """What cannot be unpacked, or is an attack, is refused with the reason."""
    with pytest.raises(ReadError, match=reason):
        read_stream(BytesIO(content), path)


def test_deep():
    """Thousands of elements in elements do no harm."""
    deep = "<w:p>" * 10_000 + "<w:r><w:t>a</w:t></w:r>" + "</w:p>" * 10_000

    assert ["a"] == texts(document(deep), "a.docx")


def test_limit_is_for_all():
    """The limit is for all files of an archive together."""
    with pytest.raises(ReadError, match="limit"):
        unpacked(book("a" * 600, "b" * 600), "a.epub", 1000)
