"""Language tags in paths."""

import pytest

from mtaudit.text.tags import tag_in


@pytest.mark.parametrize(
    ("path", "tag"),
    [
        pytest.param("locales/uk.json", "uk", id="name"),
        pytest.param("i18n/app.pt-BR.json", "pt-BR", id="end of a name"),
        pytest.param("i18n/messages_pt_BR.properties", "pt-BR", id="Java's"),
        pytest.param("res/values-pt-rBR/strings.xml", "pt-BR", id="Android's"),
        pytest.param("de.lproj/Localizable.strings", "de", id="Apple's"),
        pytest.param("uk/app.json", "uk", id="folder"),
        pytest.param("locales/uk/am-im.ftl", "uk", id="folder for a language"),
        pytest.param("locale/my/app.po", "my", id="a word, where languages are"),
        pytest.param("de/messages_uk.json", "uk", id="name before a folder"),
        pytest.param("fr-FR/editor-en.json", "fr-FR", id="folder that says more"),
        pytest.param("fr-FR/editor.en.json", "en", id="name that says it apart"),
        pytest.param("src/io/how-to.json", None, id="words that are tags"),
    ],
)
def test_tag_in(path, tag):
    """The language that a path names is found where it is said best."""
    assert tag == tag_in(path)
