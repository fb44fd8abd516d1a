"""The page: it needs nothing, runs nothing, and shows everything as text."""

import base64
import gzip
import hashlib
import json
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.formats import load_format
from mtaudit.formats.base import FormatOptions
from mtaudit.model import (
    Edit,
    Excerpt,
    Failure,
    Fix,
    Languages,
    RawSpan,
    Related,
    Severity,
)
from mtaudit.model.report import GateResult
from mtaudit.reporters import Look, render, render_statistics
from mtaudit.reporters.html_finding import change_markup
from mtaudit.reporters.markup import Blocks, text
from mtaudit.reporters.penalty import penalty

VOID = {"meta", "link", "img", "br", "input"}


class Page(HTMLParser):
    """What a browser makes of the page: elements, attributes, words."""

    def __init__(self, html):
        super().__init__()
        self.shape = []
        self.open = []
        self.values = []
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.shape.append((tag, tuple(name for name, _ in attrs)))
        self.values += [(tag, *pair) for pair in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert tag == self.open.pop()
        self.shape.append(f"/{tag}")

    def handle_data(self, data):
        # What stands in a script or a style is read by no person.
        if self.open[-1:] not in (["script"], ["style"]):
            self.words += data


def page(report):
    return Page(render("html", report, Look()))


PAYLOADS = [
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)" x="',
    "' onfocus='alert(1)' autofocus='",
    "<!-- block page --><!-- end -->",
    "--><svg/onload=alert(1)>",
    "</style></title></textarea><iframe srcdoc=x>",
    "javascript:alert(1)",
    "&lt;script&gt; &#60;b&#62; &amp;",
    "$headline ${style} $$ {match} %s",
    "<![CDATA[<b>]]>",
]


def spoilt(sample, payload):
    """Return the sample with `payload` wherever text of others may stand."""
    card = sample.FINDINGS[0].rule._replace(
        id=f"pack/{payload}",
        why=payload,
        why_not_safe=payload,
        category=payload,
    )
    edit = Edit(RawSpan(0, len(payload)), payload)
    finding = sample.FINDINGS[0]._replace(
        rule=card,
        message=payload,
        match=payload,
        excerpt=Excerpt("", payload, payload, 0),
        location=sample.FINDINGS[0].location._replace(path=payload),
        fingerprint=payload,
        related=(Related(payload, None, payload),),
        fixes=(Fix(payload, (edit,), 2), Fix(payload, (), 0)),
    )
    document = sample.REPORT.documents[0]._replace(
        path=payload, languages=Languages(payload, payload, payload)
    )
    return sample.REPORT._replace(
        findings=(finding, finding._replace(suppressed_by="comment")),
        documents=(document,),
        failures=(Failure(payload, payload, payload),),
        binary=(payload,),
        signature=payload,
    )


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_gets_out(payload, sample):
    """Text of others makes no element and no attribute, wherever it stands."""
    harmless, spoilt_page = page(spoilt(sample, "word")), page(spoilt(sample, payload))

    assert harmless.shape == spoilt_page.shape
    assert spoilt_page.words.count(payload) > 10


@given(st.text())
def test_text_is_text(value):
    """Of any text nothing but marks around characters becomes an element."""
    elements = [entry for entry in Page(text(value)).shape if entry != "/span"]

    assert set(elements) <= {("span", ("class", "title"))}


def test_characters_that_hide(sample):
    """Characters that act or hide are named, and are not in the page themselves."""
    output = render("html", sample.REPORT, Look())

    assert '<span class="unseen" title="right-to-left override">U+202E</span>' in output
    assert '<span class="unseen" title="control character">U+001B</span>' in output
    assert '<span class="space" title="no-break space">\u00a0</span>' in output
    assert set() == set(output) & set("\x1b\u202e\u202c")


def test_needs_nothing(sample):
    """The page loads nothing, and the browser is told to run its own script alone."""
    output = render("html", sample.REPORT, Look())
    seen = Page(output)
    style = re.search(r"<style>(.*?)</style>", output, re.DOTALL)[1]
    scripts = re.findall(r"<script>(.*?)</script>", output, re.DOTALL)
    policy = next(value for tag, name, value in seen.values if "default-src" in value)

    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert 3 == policy.count("sha256-") == len([style, *scripts])
    for content in (style, *scripts):
        digest = hashlib.sha256(content.encode()).digest()
        assert f"'sha256-{base64.b64encode(digest).decode()}'" in policy
    assert {"link", "img", "iframe", "object", "base"}.isdisjoint(
        entry[0] for entry in seen.shape if isinstance(entry, tuple)
    )
    assert all(
        value.startswith("#") for _, name, value in seen.values if name == "href"
    )
    assert not any(
        name in {"src", "srcset", "action", "style"} or name.startswith("on")
        for _, name, _ in seen.values
    )
    assert "url(" not in style
    assert "@import" not in style


def test_is_not_audited(sample):
    """A page of an earlier run holds nothing to audit: it quotes the faults."""
    output = render("html", sample.REPORT, Look())

    document = load_format("html").parse(output, "report.html", FormatOptions())

    assert document.segments == ()


def test_light_enough():
    """Script and style stay small enough to read."""
    blocks = Blocks()
    parts = (blocks.style, blocks.boot, blocks.script)

    assert sum(len(part.encode()) for part in parts) <= 60_000


def test_addresses(sample):
    """Every id stands once, and every link of the page leads to one."""
    seen = page(sample.REPORT)
    ids = [value for _, name, value in seen.values if name == "id"]
    targets = {value[1:] for _, name, value in seen.values if name == "href"}

    assert len(ids) == len(set(ids))
    assert set() == targets - set(ids)


def test_all_is_closed(sample):
    """Elements are nested as they should be."""
    assert [] == page(sample.REPORT).open


def test_everything_is_there(sample):
    """Every finding has its article, also those that are folded away."""
    seen = page(sample.REPORT)
    ids = {
        value for tag, name, value in seen.values if (tag, name) == ("article", "id")
    }

    assert {f"f-{found.fingerprint}" for found in sample.REPORT.shown} == ids


def test_landmarks_and_headings(sample):
    """There is one main part and one first heading, and no level is left out."""
    tags = [entry[0] for entry in page(sample.REPORT).shape if isinstance(entry, tuple)]
    levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]

    assert 1 == tags.count("main") == tags.count("h1") == tags.count("footer")
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_severity_is_a_word(sample):
    """No severity is told by colour alone."""
    output = render("html", sample.REPORT, Look())

    for severity in ("critical", "major", "minor", "neutral"):
        assert re.search(rf'class="badge {severity}">.* {severity}</span>', output)


def test_empty_page(sample):
    """Without findings, the page says what was checked and on what ground."""
    seen = page(sample.SINGLE)

    assert "No findings in 1 file (1,298 words, 212 rules, en ← ru: " in seen.words
    assert "content/en/river.md" in seen.words


@pytest.mark.parametrize(
    ("raw", "edits", "html"),
    [
        pytest.param(
            "to Kiev now",
            [(3, 7, "Kyiv")],
            "to <del>Kiev</del><ins>Kyiv</ins> now",
            id="a word",
        ),
        pytest.param(
            "in order to go",
            [(0, 11, "to")],
            "<del>in order </del>to go",
            id="words that stay are left alone",
        ),
        pytest.param("a b", [(1, 1, ",")], "a<ins>,</ins> b", id="an insertion"),
        pytest.param("a b", [(0, 2, "")], "<del>a </del>b", id="a deletion"),
        pytest.param(
            "“a” b “c”",
            [(0, 1, "«"), (8, 9, "»")],
            "<del>“</del><ins>«</ins>a” b “c<del>”</del><ins>»</ins>",
            id="two edits",
        ),
        pytest.param("a b", [(9, 10, "c")], "", id="an edit out of sight"),
    ],
)
def test_change(raw, edits, html):
    """A fix is shown word by word in its sentence."""
    made = tuple(Edit(RawSpan(start, end), new) for start, end, new in edits)

    assert html == change_markup(Excerpt("", raw, "", 0), Fix("Change", made, 2))


def test_totals(sample):
    """The table of rules says what ``--statistics`` says."""
    output = render("html", sample.REPORT, Look())
    row = r'data-key="rule" data-value="(.+?)".*?<td class="number">([\d,]+)</td>'
    seen = {rule: int(count) for rule, count in re.findall(row, output)}
    told = json.loads(render_statistics("json", sample.REPORT, Look()))

    assert {each["rule"]: each["count"] for each in told} == seen


def test_gates(sample):
    """The page says which limits were not kept, and nothing of those that were."""
    failed = GateResult("max-major", "docs/**", "en", 3, 0)
    gates = (failed, failed._replace(gate="max-minor", value=0))
    words = page(sample.REPORT._replace(gates=gates)).words

    assert "max-major" in words
    assert "docs/** (en)" in words
    assert "at most 0" in words
    assert "max-minor" not in words
    assert "Limits" not in page(sample.REPORT).words


@pytest.mark.parametrize(
    ("words", "shown"),
    [pytest.param(249, False, id="short"), pytest.param(250, True, id="long")],
)
def test_penalty(sample, words, shown):
    """A text too short for a number per thousand words has none."""
    document = sample.REPORT.documents[0]._replace(words=words)
    seen = page(sample.REPORT._replace(documents=(document,)))

    assert shown == ("detected-issue penalty" in seen.words)


WEIGHTS = [
    pytest.param(Severity.NEUTRAL, "accuracy/addition", 0, id="neutral"),
    pytest.param(Severity.MINOR, "accuracy/addition", 1, id="minor"),
    pytest.param(Severity.MAJOR, "linguistic-conventions/punctuation", 5, id="major"),
    pytest.param(Severity.CRITICAL, "accuracy/addition", 25, id="critical"),
    pytest.param(
        Severity.MINOR, "linguistic-conventions/punctuation", 0.1, id="punctuation"
    ),
]


@pytest.mark.parametrize(("severity", "category", "expected"), WEIGHTS)
def test_weight(sample, severity, category, expected):
    """Findings weigh what MQM has them weigh, on a thousand words."""
    first = sample.FINDINGS[0]
    rule = first.rule._replace(category=category)
    finding = first._replace(rule=rule, severity=severity)

    assert 2 * expected == penalty([finding], 500)


def test_embedded_text_is_inert(sample):
    """No text of others ends the script that holds it, and none hides in it."""
    raw = {
        path: f"</script><!--\u202e\u2028{text}" for path, text in sample.RAW.items()
    }
    output = render("html", sample.REPORT._replace(texts=raw), Look())
    held = re.findall(r'data-encoding="plain">(.*?)</script>', output)

    assert 2 == len(held)
    assert {"<", ">", "&", "\u202e", "\u2028"}.isdisjoint("".join(held))
    assert list(raw.values()) == [text for text, _ in json.loads(held[1])]


def copies(output):
    """Return what the page holds to be saved."""
    blocks = re.findall(r'id="copy-\w+" data-encoding="gzip">(.*?)</script>', output)
    return [gzip.decompress(base64.b64decode(each)).decode() for each in blocks]


def test_copies(sample):
    """The page holds the reports for programs, as the command line writes them."""
    formats = ("json", "sarif")
    wanted = [render(each, sample.REPORT, Look()) for each in formats]

    assert wanted == copies(render("html", sample.REPORT, Look()))


def test_too_many_for_copies(sample):
    """With very many findings the page does not hold them twice, and says so."""
    findings = sample.FINDINGS * 600
    output = render("html", sample.REPORT._replace(findings=findings), Look())

    assert [] == copies(output)
    assert "too many findings" in output
