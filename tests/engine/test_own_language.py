"""Rules about the wording of a language, in passages left in another."""

import pytest

from mtaudit.engine.run import Runner
from mtaudit.formats import load_format
from mtaudit.formats.base import FormatOptions
from mtaudit.kinds import kind_class
from mtaudit.model import Confidence, Languages, RuleMeta, Severity
from mtaudit.packs.rule import Options, Rule

ENGLISH = "The 3rd of the bridges was closed, and this is what they had to say."
SPANISH = "El 3rd de los puentes está cerrado, y esto es lo que dijeron en la villa."


def matches(text, **meta):
    """Return what a rule for “3rd” finds in a Spanish document."""
    options = {"phrases": ("3rd",)}
    made = kind_class("existence")(**options)
    card = {
        "category": "locale-conventions/number-format",
        "langs": ("es",),
        "source_langs": (),
        **meta,
    }
    rule = RuleMeta(
        id="house/ordinal",
        message="“{match}”",
        severity=Severity.MINOR,
        confidence=Confidence.HIGH,
        why="",
        **card,
    )
    target = card["langs"][0] if card["langs"] else "es"
    form = load_format("plain")
    document = form.parse(text, "a.txt", FormatOptions())
    document = document._replace(languages=Languages(target, "en", ""))
    told = Options.of(options)
    house = Rule.of(rule, "existence", told, made.gate(), document_wide=False)
    outcome = Runner([house]).run(document, form)
    assert not outcome.failures
    return [finding.match for finding in outcome.findings]


@pytest.mark.parametrize(
    ("text", "meta", "found"),
    [
        pytest.param(SPANISH, {}, ["3rd"], id="at home"),
        pytest.param(ENGLISH, {}, [], id="a passage left in English"),
        pytest.param("3rd", {}, ["3rd"], id="too short to tell"),
        pytest.param(f"{ENGLISH}\n\n{SPANISH}", {}, ["3rd"], id="by passage"),
        pytest.param(ENGLISH, {"langs": ()}, ["3rd"], id="a rule for any language"),
        pytest.param(ENGLISH, {"langs": ("es", "en")}, ["3rd"], id="for both"),
        pytest.param(ENGLISH, {"langs": ("es-MX",)}, [], id="for a variety"),
        pytest.param(ENGLISH, {"langs": ("da",)}, ["3rd"], id="of unknown words"),
        pytest.param(
            ENGLISH,
            {"category": "accuracy/untranslated"},
            ["3rd"],
            id="a rule about what was left",
        ),
        pytest.param(
            ENGLISH, {"source_langs": ("en",)}, ["3rd"], id="for a pair of languages"
        ),
    ],
)
def test_passages(text, meta, found):
    """A language asks nothing of sentences that are not in it."""
    assert found == matches(text, **meta)
