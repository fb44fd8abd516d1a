"""Terms of the source and their translations."""

import pytest

from mtaudit.kinds.terminology import Terminology

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
