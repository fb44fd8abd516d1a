"""Glossaries: what files of terms say, and what is wrong with them."""

import pytest

from mtaudit.config.schema import Glossary
from mtaudit.model import ConfigError
from mtaudit.packs.glossary import glossary_options, read_termbase

TBX_2 = """<?xml version="1.0"?>
<martif type="TBX" xml:lang="en"><text><body>
<termEntry id="1">
 <langSet xml:lang="en"><tig><term>tank</term></tig></langSet>
 <langSet xml:lang="de">
  <tig><term>Beh&#228;lter</term></tig>
  <tig><term>Kessel</term>
   <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
 </langSet>
</termEntry></body></text></martif>
"""
TBX_3 = """<tbx xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
<conceptEntry id="1">
<langSec xml:lang="en"><termSec><term>tank</term></termSec></langSec>
<langSec xml:lang="de"><termSec><term>Behälter</term></termSec></langSec></conceptEntry>
</body></text></tbx>
"""


def _read(tmp_path, name, text):
    path = tmp_path / name
    path.write_bytes(text.encode())
    return [row[1:] for row in read_termbase(path)]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        pytest.param(
            "a.tsv",
            "source\ttarget\tnote\nбак\ttank|vessel\tnot of war\n",
            [("source", "бак", ""), ("target", "tank", ""), ("target", "vessel", "")],
            id="of any language",
        ),
        pytest.param(
            "a.csv",
            '\ufeffid,en,pt_BR,forbidden\r\n7,"tank, big",tanque,panela\r\n',
            [
                ("en", "tank, big", ""),
                ("pt-BR", "tanque", ""),
                ("target", "panela", "forbidden"),
            ],
            id="by language, quoted, with a mark at the start",
        ),
        pytest.param(
            "a.csv",
            "en;de\ntank;Behälter\n\n;Kessel\n",
            [("en", "tank", ""), ("de", "Behälter", ""), ("de", "Kessel", "")],
            id="semicolons, empty line and cell",
        ),
        pytest.param(
            "a.TBX",
            TBX_2,
            [("en", "tank", ""), ("de", "Behälter", ""), ("de", "Kessel", "forbidden")],
            id="TBX 2",
        ),
        pytest.param(
            "a.tbx",
            TBX_3,
            [("en", "tank", ""), ("de", "Behälter", "")],
            id="TBX 3",
        ),
    ],
)
def test_read(tmp_path, name, text, expected):
    """Each term of a file comes with its language and its status."""
    assert expected == _read(tmp_path, name, text)


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        pytest.param("a.xls", "", "“a.xls” is no glossary", id="format"),
        pytest.param("a.tsv", "term\tnote\nа\tб\n", "no columns of terms", id="heads"),
        pytest.param("a.tsv", "", "no columns of terms", id="empty"),
        pytest.param("a.tbx", "<tbx><body></tbx>", "closes nothing", id="TBX"),
    ],
)
def test_wrong(tmp_path, name, text, complaint):
    """A file that is no glossary is refused."""
    with pytest.raises(ConfigError, match=complaint):
        _read(tmp_path, name, text)


def test_missing(tmp_path):
    """A file that is not there is named."""
    with pytest.raises(ConfigError, match=r"none\.tsv cannot be read"):
        glossary_options(Glossary(termbases=("none.tsv",)), str(tmp_path))


def test_encoding(tmp_path):
    """A file in another encoding is refused."""
    (tmp_path / "a.tsv").write_bytes(b"source\ttarget\nB\xe4r\tbear\n")

    with pytest.raises(ConfigError, match="not in UTF-8"):
        glossary_options(Glossary(termbases=("a.tsv",)), str(tmp_path))


def test_concepts_of_files_are_apart(tmp_path):
    """The first concept of one file is not the first of another."""
    for name in ("a.tsv", "b.tsv"):
        (tmp_path / name).write_text("source\ttarget\nа\tb\n", encoding="utf-8")

    options = glossary_options(Glossary(termbases=("a.tsv", "b.tsv")), str(tmp_path))

    assert 2 == len({row[0] for row in options["entries"]})


def test_changed_file(tmp_path):
    """A file that was changed is read again, as watching a folder needs it."""
    first = _read(tmp_path, "a.tsv", "source\ttarget\nа\tb\n")
    second = _read(tmp_path, "a.tsv", "source\ttarget\nа\tc\n")

    assert ["b", "c"] == [rows[1][1] for rows in (first, second)]
