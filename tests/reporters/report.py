"""One small report that has everything a reporter may meet."""

from __future__ import annotations

import re

from mtaudit.model import (
    Applicability,
    Audited,
    Confidence,
    Edit,
    Excerpt,
    Failure,
    Finding,
    Fix,
    Languages,
    Location,
    PassedOver,
    Position,
    RawSpan,
    Related,
    Report,
    RuleMeta,
    Severity,
)

RIVER = """\
# The river holds

Rain fell on Kiev for nine days, and the run\N{EM DASH}up to the flood was quiet.

\N{EM DASH} Nobody sleeps here, said the ferryman.

Стамбул

By Friday Kiev had two bridges. By Sunday Kiev had one. The gauges upstream, \
which the engineers had promised to repair before the thaw, showed nothing at all \
while Kiev waited, and the radio went on playing waltzes for everyone who had stayed.

Boats left Kiev for Istanbul; nobody in Kiev counted them.

Certainly! Here is the text you asked for: <b>flood</b> & </script>

The price was \u202e05\u202c hryvnias \x1b[31mnet\x1b[0m.

The cafe\u0301 👩\u200d👩\u200d👧 stayed open\N{EM DASH}ended.
"""

GUIDE = (
    "雨は東京から 大阪、大阪まで続いた。\r\n"
    "\r\n"
    "\tStep one: open open\u00a0the gate.\r\n"
    "\r\n"
    "הגשם ירד ירד על העיר.\r\n"
    "\r\n"
    "Close the gate.\r\n"
    "Close the gate.\r\n"
)

RAW = {"content/en/river.md": RIVER, "guide & gate.txt": GUIDE}


def card(rule, severity, category, fix, message, **rest):
    return RuleMeta(
        id=rule,
        message=message,
        severity=severity,
        category=category,
        confidence=Confidence.HIGH,
        why="Readers stop where the text does. They may not start again.",
        fix=fix,
        **rest,
    )


SAFE, UNSAFE, MANUAL = Applicability.SAFE, Applicability.UNSAFE, Applicability.MANUAL

CITY = card(
    "names/place-variant",
    Severity.MINOR,
    "terminology/inconsistent-with-terminology-resource",
    UNSAFE,
    "“Kiev”, 6 times: house style `official` has Kyiv",
    why_not_safe="A quotation or a title keeps the form it was published with.",
)
DASH = card(
    "en/dash-in-compound",
    Severity.MINOR,
    "linguistic-conventions/punctuation",
    SAFE,
    "A dash parts the compound: write “run-up”",
)
SPEECH = card(
    "ru-en/dialogue-dash",
    Severity.MINOR,
    "linguistic-conventions/punctuation",
    UNSAFE,
    "A dash opens direct speech: English uses quotation marks",
)
CAPTION = card(
    "ru-en/untranslated-caption",
    Severity.MAJOR,
    "accuracy/untranslated",
    MANUAL,
    "“Стамбул” is left in Russian",
)
REPLY = card(
    "leftovers/chat-reply",
    Severity.CRITICAL,
    "accuracy/addition",
    MANUAL,
    "“Certainly! Here is the text” answers somebody: it is not part of the text",
)
BIDI = card(
    "core/bidi-control",
    Severity.MAJOR,
    "design/markup",
    SAFE,
    "“\u202e” turns the text around it",
)
TWICE = card(
    "core/doubled-word",
    Severity.MINOR,
    "linguistic-conventions/grammar",
    SAFE,
    "The word stands twice",
)
LINE = card(
    "core/repeated-line",
    Severity.NEUTRAL,
    "accuracy/addition",
    UNSAFE,
    "The line before is repeated",
)


def place(path, start, end):
    return Location(
        path, RawSpan(start, end), position(path, start), position(path, end)
    )


def position(path, offset):
    ends = [found.end() for found in re.finditer(r"\r?\n", RAW[path][:offset])]
    return Position(len(ends) + 1, offset - (ends[-1] if ends else 0) + 1)


def finding(path, rule, start, end, fixes=(), **rest):
    raw = RAW[path]
    begin = raw.rfind("\n", 0, start) + 1
    stop = re.compile(r"\r?\n").search(raw, end).start()
    return Finding(
        rule=rule,
        message=rule.message,
        severity=rule.severity,
        location=place(path, start, end),
        match=raw[start:end],
        excerpt=Excerpt(raw[begin:start], raw[start:end], raw[end:stop], begin),
        fingerprint=f"{rule.id}:{start}",
        fixes=fixes,
        **rest,
    )


def at(path, needle, nth=0):
    return [found.span() for found in re.finditer(re.escape(needle), RAW[path])][nth]


def replaced(path, rule, needle, content, nth=0, **rest):
    start, end = at(path, needle, nth)
    title = f"Replace with “{content}”" if content else "Delete"
    fix = Fix(title, (Edit(RawSpan(start, end), content),), rule.fix)
    return finding(path, rule, start, end, (fix,), **rest)


def only(path, rule, needle, fixes=(), **rest):
    return finding(path, rule, *at(path, needle), fixes, **rest)


NORTH, GATE = RAW

OPENING = at(NORTH, "\N{EM DASH} ")
CLOSING = at(NORTH, ", said")
QUOTED = Fix(
    "Put the words in quotation marks",
    (
        Edit(RawSpan(*OPENING), "“"),
        Edit(RawSpan(CLOSING[0], CLOSING[0] + 1), ",”"),
    ),
    UNSAFE,
)
CITIES = (
    Fix(
        "Replace with “Istanbul”",
        (Edit(RawSpan(*at(NORTH, "Стамбул")), "Istanbul"),),
        MANUAL,
    ),
    Fix(
        "Replace with “Stambul”",
        (Edit(RawSpan(*at(NORTH, "Стамбул")), "Stambul"),),
        MANUAL,
    ),
    Fix("Replace with “Stamboul”", (), MANUAL),
)
LAST = at(GATE, "Close the gate.\r\n", 1)
WITHOUT_LINE = Fix("Delete the line", (Edit(RawSpan(*LAST), ""),), UNSAFE)

FINDINGS = (
    replaced(NORTH, CITY, "Kiev", "Kyiv"),
    replaced(NORTH, DASH, "run\N{EM DASH}up", "run-up"),
    finding(NORTH, SPEECH, *OPENING, (QUOTED,)),
    only(
        NORTH,
        CAPTION,
        "Стамбул",
        CITIES,
        related=(
            Related("the same place, in English", place(NORTH, *at(NORTH, "Istanbul"))),
            Related("a line of its own in another script", rule="core/lone-line"),
        ),
    ),
    *(replaced(NORTH, CITY, "Kiev", "Kyiv", nth) for nth in range(1, 6)),
    only(NORTH, REPLY, "Certainly! Here is the text"),
    replaced(NORTH, BIDI, "\u202e", ""),
    replaced(NORTH, DASH, "open\N{EM DASH}ended", "open-ended"),
    replaced(GATE, TWICE, " 大阪、", ""),
    only(GATE, TWICE, "大阪、大阪", suppressed_by="comment"),
    replaced(GATE, TWICE, "open open", "open"),
    replaced(GATE, TWICE, "ירד ירד", "ירד"),
    only(GATE, LINE, "Close the gate.\r\nClose the gate.", (WITHOUT_LINE,)),
)

REPORT = Report(
    findings=FINDINGS,
    failures=(
        Failure("notes/old.txt", "byte 0xE9 at 17 is not UTF-8", named=True),
        Failure("guide & gate.txt", "IndexError: no such group", rule="en/low-quote"),
    ),
    documents=(
        Audited(
            NORTH,
            "markdown",
            1298,
            Languages("en", "ru", "leftover Cyrillic lines with ы, э"),
            source_path="content/ru/river.md",
        ),
        Audited(GATE, "plain", 31, Languages("en", None, "the command line")),
        Audited(
            "quiet.md", "markdown", 418, Languages("en", "ru", "the configuration")
        ),
    ),
    binary=("logo.png",),
    passed_over=(PassedOver("drafts", "excluded by the configuration"),),
    rules=212,
    signature="mtaudit 0.1.0; core, en, leftovers, names, ru-en; official",
    texts=RAW,
)

SINGLE = Report(
    documents=REPORT.documents[:1],
    rules=212,
    signature=REPORT.signature,
)
"""A single file in which nothing was found."""
