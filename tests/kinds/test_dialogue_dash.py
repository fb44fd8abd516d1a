"""Direct speech opened by a dash."""

import pytest

from mtaudit.kinds.dialogue_dash import DialogueDash
from mtaudit.model import Role

DASHES = DialogueDash(verbs=("said", "told", "asked", "added"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            '— It is done," the smith said.',
            '⟦— ⟧It is done," the smith said.',
            id="half converted",
        ),
        pytest.param(
            "—It is done,— the smith said.",
            "⟦—⟧It is done⟦,— ⟧the smith said.",
            id="no spaces",
        ),
        pytest.param(
            "– It is done! – said the smith. – Go home.",
            "⟦– ⟧It is done⟦! – ⟧said the smith.⟦ – ⟧Go home.",
            id="goes on after the tag",
        ),
        pytest.param(
            "- It is done, - said the smith.",
            "⟦- ⟧It is done⟦, - ⟧said the smith.",
            id="hyphens",
        ),
        pytest.param(
            "— It is done, he said.", "⟦— ⟧It is done, he said.", id="a comma"
        ),
        pytest.param(
            "He came in.\n— It is done, — he said.",
            "He came in.\n⟦— ⟧It is done⟦, — ⟧he said.",
            id="a line of a segment",
        ),
        pytest.param("— Ann Smith", None, id="a signature"),
        pytest.param('- Go home!" he said.', None, id="an item, perhaps"),
        pytest.param(
            "He came — late — and left, he said.", None, id="inside a sentence"
        ),
        pytest.param("the smith\n— said nothing, he said.", None, id="a wrapped line"),
        pytest.param("— It is done.", None, id="no evidence"),
        pytest.param("—", None, id="a dash alone"),
    ],
)
def test_dashes(marked, text, expected):
    """A dash is speech where a closing mark or a verb of speech shows it."""
    assert [expected or text] == marked(DASHES, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            '— Done," he said.', '"Done," he said.', id="the closing mark is there"
        ),
        pytest.param("— Done, — he said.", '"Done," he said.', id="comma and dash"),
        pytest.param("— Done. — he said.", '"Done," he said.', id="full stop and dash"),
        pytest.param("— Done? — he asked.", '"Done?" he asked.', id="a question"),
        pytest.param("— All done, he said.", '"All done," he said.', id="a comma only"),
        pytest.param(
            "— All, — he said, — is done.",
            '"All," he said, "is done."',
            id="a tag in the middle",
        ),
        pytest.param(
            "— One, — said Ann.\n— Two is more.",
            '"One," said Ann.\n"Two is more."',
            id="a reply without a tag",
        ),
        pytest.param(
            "He saw “it”.\n— One, — said Ann.",
            "He saw “it”.\n“One,” said Ann.",
            id="the marks of the document",
        ),
    ],
)
def test_fix(hits, text, expected):
    """All fixes together make English direct speech."""
    edits = [
        edit
        for _, hit in hits(DASHES, text)
        for edit in [(hit.span, hit.replacements[0]), *hit.companions]
    ]
    for span, content in sorted(edits, key=lambda edit: edit[0], reverse=True):
        text = text[: span.start] + content + text[span.end :]

    assert expected == text


def test_replies(marked):
    """Once there is speech for certain, other sentences after a dash are speech."""
    texts = ["— One, — said Ann.", "— And what is that?", "— Ann Smith", "- A knife."]

    assert [
        "⟦— ⟧One⟦, — ⟧said Ann.",
        "⟦— ⟧And what is that?",
        "— Ann Smith",
        "- A knife.",
    ] == marked(DASHES, *texts)


def test_list(marked):
    """Items of a list are not speech, whatever is said in them."""
    text = "— One, — said Ann."

    assert [text] == marked(DASHES, text, role=Role.LIST_ITEM)


def test_apposition(marked):
    """A tag may say at some length who speaks."""
    text = "— It is done, — the smith, a man of few words, said."

    assert ["⟦— ⟧It is done⟦, — ⟧the smith, a man of few words, said."] == marked(
        DASHES, text
    )
