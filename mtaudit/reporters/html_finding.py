"""One finding as HTML: the marked excerpt, the change that a fix makes, notes."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from mtaudit.model import (
    OPAQUE,
    Applicability,
    Excerpt,
    Finding,
    Fix,
    Related,
    Severity,
)
from mtaudit.reporters.change import edits_inside
from mtaudit.reporters.links import address_of
from mtaudit.reporters.markup import Blocks, Markup, attribute, element, joined, text

ICONS = {
    Severity.CRITICAL: "◆",
    Severity.MAJOR: "▲",
    Severity.MINOR: "●",
    Severity.NEUTRAL: "○",
}
"""Shapes, so that colour is not the only sign."""

_LABELS = {
    Applicability.SAFE: "Safe fix",
    Applicability.UNSAFE: "Unsafe fix",
    Applicability.MANUAL: "Suggestion",
}

_WORDS = re.compile(r"\S+|\s+")
_MANY_WORDS = 400
_CONTEXT = 160
"""How many code points of text stand on either side of what is marked."""

_NEAR = 60
"""How many stand around a change."""


class Setting(NamedTuple):
    """What the findings of one file share."""

    blocks: Blocks
    lang: str | None
    """The language of the text."""

    link: str | None = None
    """See `Report.link`."""

    new: frozenset[Finding] = frozenset()
    """What the run before did not have."""


def finding_markup(finding: Finding, anchor: str, setting: Setting) -> Markup:
    """Return the finding as an article with `anchor` for an id."""
    start = finding.location.start
    return setting.blocks.fill(
        "finding",
        anchor=attribute(anchor),
        severity=str(finding.severity),
        badge=badge(finding.severity, setting.blocks),
        message=finding.message.replace(OPAQUE, "…"),
        new=setting.blocks.fill("new") if finding in setting.new else "",
        commit=_commit(finding, setting),
        line=f"{start.line:,}",
        column=f"{start.column:,}",
        lang=_lang(setting),
        excerpt=excerpt_markup(finding),
        fixes=joined(_fixes(finding, setting)),
        notes=joined(_note(related, setting.blocks) for related in finding.related),
        rule=finding.rule.id,
        rule_anchor=attribute(rule_anchor(finding.rule.id)),
    )


def _commit(finding: Finding, setting: Setting) -> Markup:
    """Return the link to where the finding stands in a repository, if it is known."""
    address = address_of(setting.link, finding.location)
    if address is None:
        return Markup()
    return setting.blocks.fill("commit", address=attribute(address))


def badge(severity: Severity, blocks: Blocks) -> Markup:
    """Return the severity as a shape and a word."""
    return blocks.fill("badge", severity=str(severity), icon=ICONS[severity])


def rule_anchor(rule: str) -> str:
    """Return the id of the place where the report explains `rule`."""
    return f"rule-{rule.replace('/', '-')}"


def excerpt_markup(finding: Finding) -> Markup:
    """Return the lines around the finding with its match marked."""
    excerpt = finding.excerpt
    before, after = _tail(excerpt.before, _CONTEXT), _head(excerpt.after, _CONTEXT)
    is_cropped = finding.location.start.column - 1 > len(excerpt.before) == len(before)
    match = element("mark", text(excerpt.match)) or Markup("<mark></mark>")
    return joined([text("…" if is_cropped else ""), text(before), match, text(after)])


def change_markup(excerpt: Excerpt, fix: Fix) -> Markup:
    """Return what `fix` takes out and puts in, word by word, with text around it."""
    return joined(_changes(excerpt, fix))


def _changes(excerpt: Excerpt, fix: Fix) -> Iterator[Markup]:
    """Yield text that stays and text that changes, in turn."""
    raw = str(excerpt)
    done = 0
    for edit in edits_inside(excerpt, fix):
        start, end = edit.span.start - excerpt.start, edit.span.end - excerpt.start
        gap = raw[done:start]
        yield text(_middle(gap, _NEAR) if done else _tail(gap, _NEAR))
        yield from _word_changes(raw[start:end], edit.content)
        done = end
    if done or edits_inside(excerpt, fix):
        yield text(_head(raw[done:], _NEAR))


def _word_changes(old: str, new: str) -> Iterator[Markup]:
    """Yield the words that go, those that come, and those that stay."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    if max(len(before), len(after)) > _MANY_WORDS:
        before, after = [old], [new]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            yield text("".join(before[first:last]))
        else:
            yield element("del", text("".join(before[first:last])))
            yield element("ins", text("".join(after[start:end])))


def _fixes(finding: Finding, setting: Setting) -> Iterator[Markup]:
    """Yield the best fix with its change, and the others on a line."""
    for fix in finding.fixes[:1]:
        text_of_change = change_markup(finding.excerpt, fix)
        yield setting.blocks.fill(
            "fix",
            label=_LABELS[fix.applicability],
            title=fix.title,
            change=setting.blocks.fill(
                "change", lang=_lang(setting), text=text_of_change
            )
            if text_of_change
            else "",
        )
    if finding.fixes[1:]:
        wordings = [element("bdi", text(fix.title)) for fix in finding.fixes[1:]]
        yield setting.blocks.fill("alternatives", wordings=Markup("; ".join(wordings)))


def _note(related: Related, blocks: Blocks) -> Markup:
    """Return what else there is to say, who says it, and where."""
    where = [related.rule] if related.rule else []
    if related.location:
        line, column = related.location.start
        where.append(f"{related.location.path}, line {line}, column {column}")
    return blocks.fill("note", note=related.note, where="; ".join(where))


def _lang(setting: Setting) -> Markup:
    """Return the attribute that names the language of the text, if it is known."""
    lang = setting.lang
    return Markup(f' lang="{attribute(lang)}"' if lang else "")


def _head(string: str, length: int) -> str:
    """Return the beginning of a long string, cut after a word."""
    if len(string) <= length:
        return string
    return f"{string[:length].rpartition(' ')[0] or string[:length]} …"


def _tail(string: str, length: int) -> str:
    """Return the end of a long string, cut before a word."""
    if len(string) <= length:
        return string
    return f"… {string[-length:].partition(' ')[2] or string[-length:]}"


def _middle(string: str, length: int) -> str:
    """Return a long string without its middle."""
    if len(string) <= 2 * length:
        return string
    return f"{_head(string, length)} {_tail(string, length).removeprefix('… ')}"
