"""Terms of the source and their translations."""

import pytest

from mtaudit.kinds.terminology import Terminology
from mtaudit.model import Document, Languages, Piece, Segment

KIND = Terminology(
    terms={"договор": ("treaty", "pact"), "снятие с якоря": ("weighing anchor",)},
    forbidden={"договор": ("contract",)},
)


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        pytest.param("Договоры", "The treaties hold.", None, id="inflected"),
        pytest.param("по договору", "By the pact.", None, id="another translation"),
        pytest.param("договор", "A deal.", "⟦A deal.⟧", id="missing"),
        pytest.param("договор", "A contract.", "A ⟦contract⟧.", id="forbidden"),
        pytest.param(
            "снятии с якоря", "On leaving.", "⟦On leaving.⟧", id="several words"
        ),
        pytest.param("разговор", "A talk.", None, id="not the term"),
        pytest.param(None, "A contract.", None, id="no source"),
        pytest.param("договор", " ", None, id="not translated"),
    ],
)
def test_term(marked, source, text, expected):
    """A unit whose source has a term must have its translation."""
    assert [expected or text] == marked(KIND, text, source=source)


def test_fix(hits):
    """For a forbidden wording, the translations are offered in its case."""
    ((_, hit),) = hits(KIND, "Contracts are signed.", source="Договоры подписаны.")

    assert ("Treaty", "Pact") == hit.replacements
    assert {"term": "договор", "expected": "treaty, pact"} == dict(hit.slots)


def test_exact(marked):
    """Without inflection only the form itself counts."""
    kind = Terminology(terms={"Vertrag": ("treaty",)}, exact=True)

    assert ["⟦Treaties⟧"] == marked(kind, "Treaties", source="Vertrag")
    assert ["Treaties"] == marked(kind, "Treaties", source="Verträge")


def test_termbase(marked):
    """Rows of one source term are alternatives."""
    kind = Terminology(termbase=(("条約", "pact"), ("条約", "treaty")))

    assert ["the treaty"] == marked(kind, "the treaty", source="この条約は")
    assert ["⟦the deal⟧"] == marked(kind, "the deal", source="この条約は")


@pytest.mark.parametrize(
    ("direction", "source", "text", "expected"),
    [
        pytest.param(("en", "de"), "The tanks", "Kessel", ["⟦Kessel⟧"], id="forbidden"),
        pytest.param(("en", "de"), "The tanks", "Topf", ["⟦Topf⟧"], id="missing"),
        pytest.param(("en", "de"), "tank", "Wasserbehältern", [], id="compound"),
        pytest.param(("en-GB", "de-AT"), "tank", "Topf", ["⟦Topf⟧"], id="varieties"),
        pytest.param(("de", "en"), "Behälter", "pot", ["⟦pot⟧"], id="backwards"),
        pytest.param(("de", "en"), "Kessel", "pot", ["⟦pot⟧"], id="from a wrong one"),
        pytest.param(("en", "fr"), "tank", "pot", [], id="no term in the language"),
        pytest.param(("ru", "de"), "tank", "Topf", [], id="another source"),
    ],
)
def test_entries(direction, source, text, expected):
    """Terms of one concept are translations of each other, in either direction."""
    rows = [("1", "en", "tank"), ("1", "de", "Behälter"), ("1", "de", "Kessel")]
    kind = Terminology(
        entries=tuple((*row, "forbidden" * (row[2] == "Kessel")) for row in rows)
    )

    assert expected == _marked_in(kind, direction, source, text)


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        pytest.param("über GitHub", "via Git Hub", ["⟦via Git Hub⟧"], id="altered"),
        pytest.param("über GitHub", "via GitHub’s", [], id="kept"),
        pytest.param("на GitHub", "на GitHub’е и GitHubом", [], id="other letters"),
        pytest.param("der github", "the hub", [], id="case"),
        pytest.param("GitHubs Bot", "the bot", [], id="longer word"),
    ],
)
def test_keep(source, text, expected):
    """What is not translated has to be there letter for letter."""
    kind = Terminology(keep=("GitHub",))

    assert expected == _marked_in(kind, ("de", "en"), source, text)


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        pytest.param("трудовой договор", "a job contract", [], id="longest"),
        pytest.param(
            "трудовой договор и договор", "contract", ["⟦contract⟧"], id="both"
        ),
        pytest.param("it is", "das ist", [], id="no term in capitals"),
        pytest.param("IT is", "das ist", ["⟦das ist⟧"], id="term in capitals"),
    ],
)
def test_longest(source, text, expected):
    """Of terms that lie in one another the longest counts; capitals are kept."""
    terms = {"договор": ("treaty",), "трудовой договор": ("contract",), "IT": ("EDV",)}

    assert expected == _marked_in(Terminology(terms=terms), ("ru", "en"), source, text)


def test_report():
    """What is reported is an option."""
    terms = {"terms": {"бак": ("tank",)}, "forbidden": {"бак": ("vat",)}}

    missing = Terminology(**terms, report=("missing",))
    forbidden = Terminology(**terms, report=("forbidden",))

    assert [] == _marked_in(missing, ("ru", "en"), "бак", "vat")
    assert ["⟦pot⟧"] == _marked_in(missing, ("ru", "en"), "бак", "pot")
    assert ["⟦vat⟧"] == _marked_in(forbidden, ("ru", "en"), "бак", "vat")
    assert [] == _marked_in(forbidden, ("ru", "en"), "бак", "pot")


def test_gate():
    """Without terms no text is looked at."""
    assert not Terminology().gate().is_open
    assert Terminology(keep=("GitHub",)).gate().is_open


def test_unknown_report():
    """A sort that there is not is refused."""
    with pytest.raises(ValueError, match="“report” must be one of"):
        Terminology(report=("wrong",))


def _marked_in(kind, direction, source, text):
    """Return what is marked of a text, in its place, for a direction."""
    piece = Piece(0, len(text), 0, len(text))
    segment = Segment(text, (piece,), source=source)
    languages = Languages(direction[1], direction[0])
    document = Document("a", text, "plain", (segment,), languages=languages)
    return [f"⟦{hit.span.of(text)}⟧" for _, hit in kind.check(document)]
