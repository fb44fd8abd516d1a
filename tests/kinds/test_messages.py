"""What is a fault on a page and none in a catalogue of messages."""

import pytest

from mtaudit.config.schema import Settings
from mtaudit.engine.audit import Auditor
from mtaudit.packs.folders import built_in
from mtaudit.packs.load import read_packs

RULES = {card.rule.meta.id: card.rule for card in read_packs(built_in())}

_PO = """
msgid ""
msgstr "Language: de\\n"

msgid "{0}"
msgstr "{1}"
"""


def _found(rule, text, form):
    settings = Settings(target_language="de", source_language="en", select=("ALL",))
    auditor = Auditor(settings, [RULES[rule]], today="2000-01-01")
    document = auditor.parse("messages", text, form)
    return [each.match for each in auditor.audit_document(document).findings]


@pytest.mark.parametrize(
    ("rule", "label"),
    [
        ("leftovers/page-furniture", "Zum Inhalt springen"),
        ("leftovers/social-translation", "Original anzeigen"),
    ],
)
def test_labels(rule, label):
    """A label of a page that was swept up is a message where it has a key."""
    page = f"Die Brücke ist seit heute offen.\n\n{label}\n"

    assert [label] == _found(rule, page, "plain")
    assert [] == _found(rule, f'{{"button": "{label}"}}', "json")


@pytest.mark.parametrize(
    ("rule", "original", "message", "found"),
    [
        pytest.param(
            "bitext/placeholder", "%s links to %d", "%2$d folgt auf %1$s", 0, id="order"
        ),
        pytest.param(
            "bitext/placeholder", "%s to %d", "%1$d nach %2$d", 1, id="other sort"
        ),
        pytest.param(
            "bitext/placeholder", "%s to %s", "%1$s nach %1$s", 1, id="twice the first"
        ),
        pytest.param(
            "bitext/placeholder", "%.*s at %s", "Um %3$s", 1, id="a width takes a place"
        ),
        pytest.param(
            "bitext/tag", "go [<from>] <to>", "go [<von>] <nach>", 0, id="call"
        ),
        pytest.param("bitext/tag", "go [<from>] <to>", "go [<von>]", 1, id="word lost"),
        pytest.param("bitext/tag", "<none>", "<keiner>", 0, id="all in brackets"),
        pytest.param("bitext/tag", "go to <b>port</b>", "geh <c>", 1, id="tags"),
        pytest.param(
            "core/html-entity",
            "Entities are &amp; and &lt;",
            "Es gibt &amp; und &lt;",
            0,
            id="the original is about them, and says so",
        ),
    ],
)
def test_bilingual(rule, original, message, found):
    """What the original has is told by what it means to a program."""
    catalogue = _PO.replace("{0}", original).replace("{1}", message)

    assert found == len(_found(rule, catalogue, "po"))
