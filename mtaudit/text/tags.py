"""Language tags in names of files, folders and keys."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, pairwise

_LANGUAGES = frozenset(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs
    cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha
    he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu iw ja jv ka kg ki kj kk kl km
    kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na
    nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc
    sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt
    tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ckb fil hsb dsb yue kab ast pap
    sah tzm ceb haw hmn
    """.split()  # noqa: SIM905 -- one to a line would be a page
)
_TAG = re.compile(
    r"(?P<language>[A-Za-z]{2,3})"
    r"(?P<more>(?:[-_](?:[A-Z][a-z]{3}|[a-z]{4}|[A-Za-z]{2}|\d{3}|latin|cyrl|r[A-Z]{2}))*)"
)
_WORDS = frozenset(
    """
    i18n l10n intl lang langs language languages locale locales localization
    localisation localizations messages message translation translations _locales lproj
    """.split()  # noqa: SIM905 -- one to a line would be a page
)
_CATALOGUES = (".arb", ".ftl", ".po", ".resx", ".strings", ".xlf", ".xliff")
"""Endings of files that hold translations and nothing else."""

_WORDS_TOO = frozenset(
    """
    am an as be br ce ch co cr cv ff gn he ho ia id ie ii io is it kv la li ml ms mt my
    na nb nd ng no nr om or os pa pi ps rm rn sc sd se so ss st su tk tn to ts tt vi
    """.split()  # noqa: SIM905 -- one to a line would be a page
)
"""
Tags that are words too, or short for what programs have: machine translation.

They name a language where languages are expected, or lie among others.
"""

Among = Callable[[str, str], bool]
"""
Whether what lies in a folder is called after languages: `are_languages`.

That is of its files with an ending, or of its folders, whose ending is empty.
"""


def _unknown(folder: str, ending: str) -> bool:  # noqa: ARG001 -- an `Among`
    return False


def is_tag(name: str) -> bool:
    """Whether `name` is the tag of a language: ``de``, ``pt_BR``, ``zh-Hans-CN``."""
    match = _TAG.fullmatch(name)
    return match is not None and match["language"] in _LANGUAGES


def are_languages(stems: Iterable[str]) -> bool:
    """Whether names, without their endings, are of languages: one must surely be."""
    tags = [[*filter(is_tag, _parts(stem))] for stem in stems]
    sure = sum(not all(map(_is_word, found)) for found in tags)
    return sure > 0 and 2 * sum(map(bool, tags)) >= len(tags)


def tag_in(path: str, among: Among = _unknown) -> str | None:
    """
    Return the language that a path names, its own name before its folders.

    A folder of a folder for languages comes before a name that is but like a
    tag, as in ``locales/uk/am-im.ftl``; one that says more, such as ``fr-FR``,
    before the last word of a name, as in ``fr-FR/editor-en.json``. A tag that is a
    word too counts below a folder for languages, and `among` others.
    """
    *folders, name = path.replace("\\", "/").split("/")
    for above, folder in reversed([*pairwise(folders)]):
        if above.lower() in _WORDS and is_tag(folder):
            return _bcp47(folder)
    tags = [*_folder_tags(folders, among)]
    narrow = [tag for tag in tags if len(tag) > len("yue")]
    stems = name.split(".")[:-1][::-1]
    for part in (*stems, *narrow[:1], *_suffixes(name.split(".")[0]), *tags[:1]):
        if not is_tag(part):
            continue
        is_sure = not _is_word(part) or part in tags
        if is_sure or _is_expected(part, folders, name) or _is_among(path, among):
            return _bcp47(part)
    return None


def _folder_tags(folders: list[str], among: Among) -> Iterator[str]:
    """Yield the languages that folders are called after, the innermost first."""
    above = ["", *accumulate(folders, lambda path, folder: f"{path}/{folder}")]
    for place in reversed(range(len(folders))):
        tag = _of_folder(folders[place])
        is_sure = not _is_word(tag) or tag != folders[place]
        if is_tag(tag) and (is_sure or among(above[place], "")):
            yield tag


def _is_expected(part: str, folders: list[str], name: str) -> bool:
    """Whether a part of a file's name is where such files have their language."""
    stem, *others = name.split(".")
    if part in (stem, *others[:-1]):
        return name.endswith(_CATALOGUES) or not _WORDS.isdisjoint(
            map(str.lower, folders[-1:])
        )
    words = re.split(r"[_-]", stem.lower())
    return name.endswith(".arb") or not _WORDS.isdisjoint(words)


def _is_among(path: str, among: Among) -> bool:
    """Whether a file lies among others that are called after languages."""
    folder, _, name = path.replace("\\", "/").rpartition("/")
    _, dot, ending = name.rpartition(".")
    return among(folder, f"{dot}{ending}")


def _is_word(tag: str) -> bool:
    """Whether a tag is a word too, or begins with one: ``is``, ``is_it``."""
    return tag.islower() and re.split("[-_]", tag, maxsplit=1)[0] in _WORDS_TOO


def _of_folder(name: str) -> str:
    """Return the name of a folder without what Apple and Android add to it."""
    return re.sub(r"^values-(?=[a-z])", "", name.removesuffix(".lproj"))


def names_translations(path: str, among: Among = _unknown) -> bool:
    """Whether the name of a file, or of a folder, is a language or a word for it."""
    *folders, name = path.lower().replace("\\", "/").split("/")
    stems = {*name.split(".")[:-1], *folders}
    return not _WORDS.isdisjoint(stems) or tag_in(path, among) is not None


def _suffixes(stem: str) -> tuple[str, ...]:
    """Return what may be a tag at the end of a stem: ``messages_pt_BR``."""
    parts = re.split(r"[_-]", stem)
    return tuple("-".join(parts[-n:]) for n in (3, 2, 1) if n < len(parts))


def _parts(stem: str) -> tuple[str, ...]:
    """Return all of a name that may be a tag."""
    return (*stem.split("."), *_suffixes(stem.split(".", maxsplit=1)[0]))


def _bcp47(tag: str) -> str:
    """Return a tag as BCP 47 has it, from Android's or POSIX's spelling."""
    return re.sub(r"[-_]r?(?=[A-Z]{2}$)", "-", tag).replace("_", "-")
