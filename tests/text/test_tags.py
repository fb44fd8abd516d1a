"""Language tags in paths."""

import pytest

from mtaudit.text.tags import are_languages, names_translations, tag_in


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
        pytest.param("corpus/mt/page.json", None, id="machine translation"),
        pytest.param("corpus/mt/de.json", "de", id="name below a word"),
        pytest.param("docs/it/hosts.json", None, id="a department"),
        pytest.param("api/id.json", None, id="an identifier"),
        pytest.param("tests/no/input.yaml", None, id="an answer"),
        pytest.param("src/is_it.json", None, id="a question"),
        pytest.param("etc/vi/keys.toml", None, id="an editor"),
        pytest.param("data/ps/fonts.csv", None, id="PostScript"),
        pytest.param("locale/mt/LC_MESSAGES/a.po", "mt", id="Maltese, by gettext"),
        pytest.param("locales/it/app.json", "it", id="below a folder for languages"),
        pytest.param("locales/mt.json", "mt", id="in a folder for languages"),
        pytest.param("po/it.po", "it", id="a catalogue"),
        pytest.param("src/is.json", None, id="a file of data"),
        pytest.param("src/messages_id.properties", "id", id="after a word for texts"),
        pytest.param("lib/app_vi.arb", "vi", id="Flutter's"),
        pytest.param("it.lproj/Localizable.strings", "it", id="a word of Apple's"),
        pytest.param("res/values-it/strings.xml", "it", id="a word of Android's"),
        pytest.param("src/pt_BR/no-reply.json", "pt-BR", id="word in a language"),
    ],
)
def test_tag_in(path, tag):
    """The language that a path names is found where it is said best."""
    assert tag == tag_in(path)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param(["mt", "de", "fr"], True, id="languages"),
        pytest.param(["it", "en"], True, id="one that is sure"),
        pytest.param(["mt", "it", "no"], False, id="words alone"),
        pytest.param(["mt", "human", "src", "de"], True, id="half of them"),
        pytest.param(["mt", "human", "src", "lib", "de"], False, id="one among others"),
        pytest.param(["app_it", "app_en", "app.pt-BR"], True, id="ends of names"),
        pytest.param([], False, id="none"),
    ],
)
def test_are_languages(names, expected):
    """Words are taken for languages among names that can be nothing else."""
    assert expected == are_languages(names)


@pytest.mark.parametrize(
    ("path", "asked", "tag"),
    [
        pytest.param("site/mt/page.json", ("site", ""), "mt", id="folder"),
        pytest.param("mt/page.json", ("", ""), "mt", id="outermost folder"),
        pytest.param("site/app_it.json", ("site", ".json"), "it", id="file"),
        pytest.param("site/is.yaml", ("site", ".yaml"), "is", id="whole name"),
    ],
)
def test_tag_in_among_languages(path, asked, tag):
    """A tag that is a word too counts where what lies beside it are languages."""
    assert tag == tag_in(path, lambda *where: where == asked)
    assert names_translations(path, lambda *where: where == asked)
    assert tag_in(path, lambda *where: where != asked) is None
