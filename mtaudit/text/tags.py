"""Language tags in names of files, folders and keys."""

from __future__ import annotations

import re
from itertools import pairwise

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
_WORDS_TOO = frozenset(
    {"an", "as", "ie", "io", "ml", "my", "or", "os", "so", "st", "to", "ts"}
)
"""Tags that names of files and folders have for another reason."""


def is_tag(name: str) -> bool:
    """Whether `name` is the tag of a language: ``de``, ``pt_BR``, ``zh-Hans-CN``."""
    match = _TAG.fullmatch(name)
    return match is not None and match["language"] in _LANGUAGES


def tag_in(path: str) -> str | None:
    """
    Return the language that a path names, its own name before its folders.

    A folder of a folder for languages comes before a name that is but like a
    tag, as in ``locales/uk/am-im.ftl``; one that says more, such as ``fr-FR``,
    before the last word of a name, as in ``fr-FR/editor-en.json``.
    """
    *folders, name = path.replace("\\", "/").split("/")
    for above, folder in reversed([*pairwise(folders)]):
        if above.lower() in _WORDS and is_tag(folder):
            return _bcp47(folder)
    named = [_of_folder(folder) for folder in reversed(folders)]
    tags = [tag for tag in named if is_tag(tag) and tag not in _WORDS_TOO]
    narrow = [tag for tag in tags if len(tag) > len("yue")]
    stems = name.split(".")[:-1][::-1]
    for part in (*stems, *narrow[:1], *_suffixes(name.split(".")[0]), *tags[:1]):
        if is_tag(part):
            return _bcp47(part)
    return None


def _of_folder(name: str) -> str:
    """Return the name of a folder without what Apple and Android add to it."""
    return re.sub(r"^values-(?=[a-z])", "", name.removesuffix(".lproj"))


def names_translations(path: str) -> bool:
    """Whether the name of a file, or of a folder, is a language or a word for it."""
    *folders, name = path.lower().replace("\\", "/").split("/")
    stems = {*name.split(".")[:-1], *folders}
    return not _WORDS.isdisjoint(stems) or tag_in(path) is not None


def _suffixes(stem: str) -> tuple[str, ...]:
    """Return what may be a tag at the end of a stem: ``messages_pt_BR``."""
    parts = re.split(r"[_-]", stem)
    ends = ("-".join(parts[-count:]) for count in (3, 2, 1) if count < len(parts))
    return tuple(end for end in ends if end not in _WORDS_TOO)


def _bcp47(tag: str) -> str:
    """Return a tag as BCP 47 has it, from Android's or POSIX's spelling."""
    return re.sub(r"[-_]r?(?=[A-Z]{2}$)", "-", tag).replace("_", "-")
