"""The page as a person with a browser uses it."""

import json
import re
import subprocess
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect


def listed(page):
    """Return the messages of the findings that the list shows."""
    return page.locator("#rows .row .message").all_inner_texts()


def filtered(page, query):
    page.keyboard.press("/")
    page.fill("#query", query)
    expect(page).to_have_url(re.compile(re.escape(urlencode({"q": query}, safe="*"))))


def test_summary_comes_first(visit, report):
    """The first screen has the counts; each leads to what it counts."""
    page = visit(report).page

    assert "16 findings in 2 of 3 files" == page.inner_text("h1")
    assert page.is_visible("text=detected-issue penalty")
    assert not page.is_visible("#rows")
    page.click(".tile.critical a")
    assert 1 == len(listed(page))
    assert "q=sev%3Acritical" in page.url


QUERIES = [
    pytest.param("sev:critical", 1, id="severity"),
    pytest.param("sev:critical,neutral", 2, id="either severity"),
    pytest.param("-sev:minor", 4, id="not a severity"),
    pytest.param("rule:names/place-variant", 6, id="rule"),
    pytest.param("rule:*/doubled-word", 3, id="rule by glob"),
    pytest.param("pack:core", 5, id="pack"),
    pytest.param("cat:accuracy", 3, id="category"),
    pytest.param("conf:high", 16, id="confidence"),
    pytest.param("lang:en", 16, id="target language"),
    pytest.param("from:ru", 12, id="source language"),
    pytest.param("file:guide*", 4, id="file by glob"),
    pytest.param('file:"guide & gate"', 4, id="file with spaces"),
    pytest.param("fix:safe", 6, id="safe fix"),
    pytest.param("fix:none", 1, id="no fix"),
    pytest.param("is:open", 16, id="undecided"),
    pytest.param("is:suppressed", 1, id="suppressed"),
    pytest.param('"two bridges" kiev', 3, id="a phrase and a word"),
    pytest.param("/stands? twice/", 3, id="regular expression"),
    pytest.param("match:/^K.*v$/", 6, id="regular expression on the match"),
    pytest.param("nowhere-to-be-found", 0, id="nothing"),
    pytest.param("/(/", 0, id="wrong regular expression"),
]


@pytest.mark.parametrize(("query", "count"), QUERIES)
def test_filter(visit, report, query, count):
    """Tokens narrow the list; the count and the facets follow."""
    page = visit(report, "#findings").page
    filtered(page, query)

    assert count == len(listed(page))
    if query == "/(/":
        assert "regular expression is wrong" in page.inner_text("#result")
    else:
        assert page.inner_text("#result").startswith(f"{count} finding")
    facets = page.locator("[data-facet^=sev] b").all_inner_texts()
    assert count == sum(map(int, facets))


@pytest.mark.parametrize(
    ("group", "heads"),
    [
        pytest.param(
            "file", ["content/en/river.md ×12", "guide & gate.txt ×4"], id="file"
        ),
        pytest.param(
            "severity", ["critical ×1 in 1 file", "major ×2 in 1 file"], id="severity"
        ),
        pytest.param("suggestion", ["Kiev → Kyiv ×6 in 1 file"], id="suggestion"),
        pytest.param("rule", ["names/place-variant ×6 in 1 file"], id="rule"),
        pytest.param("none", [], id="nothing"),
    ],
)
def test_groups(visit, report, group, heads):
    """Findings are grouped by what they share, with counts."""
    page = visit(report, "#findings").page
    page.select_option("#group", group)
    seen = [
        " ".join(text.split())
        for text in page.locator("#rows .group").all_inner_texts()
    ]

    assert heads == [head.lstrip("▾▸ ") for head in seen][: len(heads)]
    assert bool(heads) == bool(seen)


@pytest.mark.parametrize(
    ("path", "count"),
    [
        pytest.param("a.md", 1, id="part of another"),
        pytest.param('"q" b', 1, id="quotes"),
    ],
)
def test_whole_names(visit, sample, path, count):
    """What leads from a file of the summary leads to that file alone."""
    first, document = sample.FINDINGS[0], sample.REPORT.documents[0]
    paths = (path, f"other/{path}")
    findings = tuple(
        first._replace(
            location=first.location._replace(path=each), fingerprint=f"f{number}"
        )
        for number, each in enumerate(paths)
    )
    documents = tuple(document._replace(path=each) for each in paths)
    report = sample.REPORT._replace(findings=findings, documents=documents)
    page = visit(report).page
    page.locator(".wide a").filter(has=page.get_by_text(path, exact=True)).click()

    assert count == len(listed(page))


def test_suppressed(visit, report, sample):
    """What is held back is one click away, and says by what it is held back."""
    page = visit(report, "#findings").page
    page.click("[data-facet='is:suppressed']")
    expect(page.locator("#rows .row")).to_have_count(1)
    page.keyboard.press("Escape")
    page.locator("#rows .row").click()

    assert "suppressed by comment" in page.inner_text("#panel .place")
    bare = visit(sample.SINGLE, "#findings").page
    assert 0 == bare.locator("[data-facet='is:suppressed']").count()


def test_keyboard(visit, report):
    """Everything can be done without a mouse; while one types, letters are letters."""
    here = visit(report)
    page, keys = here.page, here.page.keyboard
    keys.press("f")
    keys.press("j")
    assert "true" == page.get_attribute("#rows .group >> nth=0", "aria-current")
    keys.press("j")
    assert "house style" in page.inner_text("#panel h2")
    first = page.url
    keys.press("j")
    keys.press("k")
    assert first == page.url
    keys.press("J")
    assert "guide & gate.txt" in page.inner_text("#panel h2")
    keys.press("K")
    keys.press("Enter")
    assert "false" == page.get_attribute("#rows .group >> nth=0", "aria-expanded")
    keys.press("Enter")
    keys.press("/")
    keys.type("jat?x")
    assert "jat?x" == page.input_value("#query")
    keys.press("Escape")
    assert "BODY" == page.evaluate("document.activeElement.tagName")
    keys.press("?")
    assert page.is_visible("#help")
    keys.press("Escape")
    assert not page.is_visible("#help")
    keys.press("t")
    assert "light" == page.get_attribute("html", "data-theme")
    assert {} == here.stored()


def test_deep_link(visit, report, sample):
    """An address with a fingerprint leads to its finding, even when lines moved."""
    finding = sample.FINDINGS[3]
    moved = finding._replace(
        location=finding.location._replace(
            start=finding.location.start._replace(line=17)
        )
    )
    findings = tuple(moved if each is finding else each for each in report.findings)
    for some in (report, report._replace(findings=findings)):
        page = visit(some, f"#f={finding.fingerprint}").page

        assert "“Стамбул” is left in Russian" == page.inner_text("#panel h2")
        assert page.is_visible("#rows [aria-current]")
    assert "line 17" in page.inner_text("#panel .place")


def test_state_in_the_address(visit, report):
    """The filter and the group are in the address, and come back with it."""
    here = visit(report, "#q=pack%3Acore&g=rule")

    assert 5 == len(listed(here.page))
    assert "rule" == here.page.input_value("#group")
    assert "pack:core" == here.page.input_value("#query")


def test_panel(visit, report):
    """A finding says why, shows its change by words, its other wordings and notes."""
    page = visit(report, "#f=names/place-variant:30").page
    finding = report.findings[0]
    page.evaluate(
        "print => { location.hash = `f=${encodeURIComponent(print)}` }",
        finding.fingerprint,
    )
    page.wait_for_selector("#panel .fix")

    assert "Kiev" == page.inner_text("#panel .change del")
    assert "Kyiv" == page.inner_text("#panel .change ins")
    assert "A quotation or a title keeps the form" in page.inner_text(
        "#panel .unsafe-why"
    )
    assert "Readers stop where the text does" in page.inner_text("#panel .why")
    page.evaluate(
        "print => { location.hash = `f=${encodeURIComponent(print)}` }",
        report.findings[3].fingerprint,
    )
    page.wait_for_selector("#panel .fix >> nth=2")
    assert "the same place, in English" in page.inner_text("#panel .related >> nth=0")


def test_hidden_characters(visit, report):
    """What hides is in a box, with its name."""
    page = visit(report, "#q=rule%3Acore/bidi-control").page
    page.keyboard.press("j")
    page.keyboard.press("j")
    box = page.locator("#panel .excerpt .unseen").first

    assert "U+202E" == box.inner_text()
    assert "right-to-left override U+202E" == box.get_attribute("title")
    assert "\u202e" not in page.inner_text("body")


def copied(page):
    return page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize("number", range(17))
def test_patch(visit, report, sample, tmp_path, number):
    """Git takes the patch of every fix, and it does what the fix says."""
    finding = report.findings[number]
    path, raw = finding.location.path, sample.RAW[finding.location.path]
    here = visit(report, permissions=["clipboard-read", "clipboard-write"])
    here.page.evaluate(
        "print => { location.hash = `f=${encodeURIComponent(print)}` }",
        finding.fingerprint,
    )
    here.page.wait_for_selector("#panel h2")
    if not finding.fixes:
        here.page.keyboard.press("Y")
        expect(here.page.locator("#said")).to_have_text("There is no patch to copy")
        return
    here.page.keyboard.press("Y")
    expect(here.page.locator("#said")).to_have_text("Copied the patch")
    patch = copied(here.page)
    file = tmp_path / "in" / path
    file.parent.mkdir(parents=True)
    file.write_bytes(raw.encode())
    subprocess.run(
        ["git", "apply", "-v", "-"],
        input=patch.encode(),
        cwd=tmp_path / "in",
        check=True,
    )
    wanted = raw
    for edit in reversed(finding.fixes[0].edits):
        wanted = wanted[: edit.span.start] + edit.content + wanted[edit.span.end :]

    assert wanted == file.read_bytes().decode()


def test_copies(visit, report):
    """The fix and the ignore comment are copied as they would be written."""
    here = visit(report, permissions=["clipboard-read", "clipboard-write"])
    page = here.page
    page.keyboard.press("f")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("y")
    expect(page.locator("#said")).to_have_text("Copied the text")
    assert "Kyiv" == copied(page)
    page.click("text=Copy ignore comment")
    expect(page.locator("#said")).to_contain_text("comment")
    assert '<!-- mtaudit: ignore[names/place-variant="Kiev"] reason -->' == copied(page)


@pytest.fixture
def decided(visit, report):
    """A page on which six places are to be fixed and one is to be ignored."""
    here = visit(report, "#findings")
    page, keys = here.page, here.page.keyboard
    page.select_option("#group", "suggestion")
    page.evaluate("document.activeElement.blur()")
    keys.press("j")
    keys.press("a")
    filtered(page, "sev:critical")
    keys.press("Escape")
    keys.press("j")
    keys.press("j")
    keys.press("i")
    page.fill("#note", "quoted on purpose")
    keys.press("Enter")
    keys.press("Escape")
    return here


def exported(page, file):
    """Return the decisions as the page exports them to `file`."""
    page.click("#decide")
    with page.expect_download() as download:
        page.click("#export")
    download.value.save_as(file)
    return json.loads(file.read_text(encoding="utf-8"))


def test_decisions_are_exported(decided, tmp_path):
    """A decision says of which finding it is, what to do, and why."""
    told = exported(decided.page, tmp_path / "decisions.json")
    fix, *_ = told["decisions"]
    (reply,) = (each for each in told["decisions"] if each["decision"] == "ignore")

    assert 1 == told["schema_version"]
    assert "leftovers/chat-reply" == reply["rule"]
    assert "quoted on purpose" == reply["reason"]
    assert "fix" == fix["decision"]
    assert ("Replace with “Kyiv”", 0) == (fix["title"], fix["fix"])


def test_decisions_last(decided, tmp_path):
    """Decisions outlive the page, can be forgotten, and read from a file."""
    page = decided.again()
    assert "7" == page.inner_text("#decided")
    exported(page, tmp_path / "decisions.json")
    assert "6 to fix, 1 to ignore, 0 for later." == page.inner_text("#told")
    page.click("#forget")
    assert "0" == page.inner_text("#decided")
    page.set_input_files("#import", tmp_path / "decisions.json")
    expect(page.locator("#decided")).to_have_text("7")
    assert 7 == len(decided.stored())


def test_decision_taken_back(visit, report):
    """x goes through the decisions; a fix that is not there is passed over."""
    here = visit(report, "#f=leftovers/chat-reply:643")
    page, keys = here.page, here.page.keyboard
    reply = next(each for each in report.findings if not each.fixes)
    page.evaluate(
        "print => { location.hash = `f=${encodeURIComponent(print)}` }",
        reply.fingerprint,
    )
    page.wait_for_selector("#panel h2")
    ways = []
    for _ in range(3):
        keys.press("x")
        ways.append(next((each["way"] for each in here.stored().values()), None))

    assert ["ignore", "later", None] == ways


def test_document(visit, report):
    """The document is the whole text; a mark leads to its finding, and back."""
    page = visit(report, "#document").page
    page.wait_for_selector("#page .mark")
    text = page.inner_text("#page")

    assert "Boats left Kiev for Istanbul" in text
    assert 12 <= page.locator("#page .mark").count()
    page.locator("#page .mark", has_text="Стамбул").click()
    assert "“Стамбул” is left in Russian" == page.inner_text("#panel h2")
    assert "Стамбул" == page.inner_text("#page .mark[aria-current]")
    page.keyboard.press("J")
    expect(page.locator("#page")).to_contain_text("הגשם")
    assert "d=guide" in page.url


def test_right_to_left_and_cjk(visit, report):
    """Text runs as its script does, and says its language."""
    page = visit(report, "#d=guide+%26+gate.txt").page
    page.wait_for_selector("#page .mark")
    direction = "node => getComputedStyle(node).direction"
    hebrew = page.locator("#page .block", has_text="הגשם").first
    japanese = page.locator("#page .block", has_text="東京").first

    assert "rtl" == hebrew.evaluate(direction)
    assert "ltr" == japanese.evaluate(direction)
    assert "en" == japanese.get_attribute("lang")
    assert "大阪、大阪" in japanese.inner_text()
    page.click("#page .mark >> text=ירד")
    assert "rtl" == page.locator("#panel .excerpt").evaluate(direction)
    assert " ירד" == page.locator("#panel .change del").text_content()


def test_no_javascript(visit, report):
    """Without a script there are the summary and the findings, and nothing dead."""
    page = visit(report, script=False).page

    assert page.is_visible("text=detected-issue penalty")
    assert 16 == page.locator("article.finding").count()
    assert page.is_visible("article.finding >> text=house style >> nth=0")
    assert not page.is_visible("#theme")
    assert not page.is_visible("nav.views")


def test_nothing_found(visit, sample):
    """A page without findings says what was checked, in the list as well."""
    here = visit(sample.SINGLE)

    assert "No findings" == here.page.inner_text("h1")
    assert "Checked 1,298 words in 1 file with 212 rules." in here.page.inner_text(
        ".lead"
    )
    here.page.keyboard.press("f")
    assert "212 rules" in here.page.inner_text("#nothing")
    here.page.keyboard.press("d")
    here.page.wait_for_selector("#page p")


def test_reduced_motion(visit, report):
    """Who wants no motion gets none."""
    page = visit(report, reduced_motion="reduce").page

    assert "auto" == page.evaluate(
        "getComputedStyle(document.documentElement).scrollBehavior"
    )


def test_dark(visit, report):
    """The page follows the system, and the button goes against it and is remembered."""
    here = visit(report, color_scheme="dark")
    paper = "getComputedStyle(document.body).backgroundColor"
    assert "rgb(21, 23, 26)" == here.page.evaluate(paper)
    here.page.click("#theme")
    assert "rgb(250, 249, 245)" == here.page.evaluate(paper)
    here.again()
    assert "rgb(250, 249, 245)" == here.page.evaluate(paper)


def test_print(visit, report):
    """On paper there are the summary and every finding that the filter lets through."""
    page = visit(report, "#q=file%3Ariver").page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")

    assert 12 == page.locator("#paper article").count()
    assert page.is_visible("#paper article >> nth=11")
    assert page.is_visible("#summary .tiles")
    assert not page.is_visible("#rows")


def test_pages(visit, report, tmp_path):
    """On paper each file begins a page of its own; one file fewer is a page fewer."""
    counts = []
    for query in ("", "file%3Ariver"):
        page = visit(report, f"#q={query}").page
        file = tmp_path / "report.pdf"
        page.pdf(path=file)
        counts.append(file.read_bytes().count(b"/Type /Page\n"))

    assert 1 == counts[0] - counts[1]


def test_print_summary(visit, report):
    """From the summary, the summary is printed and no more."""
    page = visit(report).page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")

    assert 0 == page.locator("#paper article").count()
    assert page.is_visible("#summary .tiles")


def test_sorting(visit, report):
    """A click on the head of a column sorts its table, and says so."""
    page = visit(report).page
    head = page.locator(".wide th", has_text="Words").first
    head.locator("button").click()

    assert "descending" == head.get_attribute("aria-sort")
    words = page.locator(".overview .wide tbody tr td:nth-child(3)").all_inner_texts()
    assert ["1,298", "418", "31"] == words


def test_without_texts(visit, report):
    """A report without the texts has findings and changes, but no patches."""
    bare = report._replace(texts={}, layouts={})
    for number in (0, 8, 15):
        page = visit(bare, hash_of(report.findings[number])).page
        panel = page.locator("#panel")
        match = " ".join(report.findings[number].match.split())

        assert match == " ".join(panel.locator(".excerpt mark").inner_text().split())
        assert panel.locator(".change del").count()
        assert panel.locator("text=Copy patch").first.is_disabled()
    page.keyboard.press("d")
    expect(page.locator("#page")).to_contain_text("not in the report")


def hash_of(finding):
    return "#" + urlencode({"f": finding.fingerprint})


ORIGINALS = (
    "Река держится",
    "Дождь лил на Киев девять дней.",
    "— Здесь никто не спит, — сказал паромщик.",
    "Стамбул",
)


def test_pairs(visit, sample, laid_out):
    """Where there is an original, it stands beside its translation, block by block."""
    report = laid_out(sample.REPORT, sample.RAW, ORIGINALS)
    page = visit(report, "#document").page
    page.wait_for_selector("#page .mark")
    beside = page.locator("#page .block", has_text="Стамбул").bounding_box()
    original = page.locator("#page .original", has_text="Стамбул")

    sides = page.locator("#page .side").all_inner_texts()
    assert ["English", "Russian"] == sides
    assert beside["y"] == original.bounding_box()["y"]
    assert beside["x"] < original.bounding_box()["x"]
    assert "ru" == original.get_attribute("lang")
    assert "Стамбул" == original.locator("mark").inner_text()


@pytest.mark.parametrize(
    ("lang", "original", "direction"),
    [
        pytest.param("he", "הגשם ירד על העיר", "rtl", id="Hebrew"),
        pytest.param("ar", "هطل المطر على المدينة", "rtl", id="Arabic"),
        pytest.param("ja", "雨は東京から大阪まで続いた", "ltr", id="Japanese"),
    ],
)
def test_direction_of_originals(visit, sample, laid_out, lang, original, direction):
    """An original runs as its own script does, whatever its translation does."""
    first, *rest = sample.REPORT.documents
    languages = first.languages._replace(source=lang)
    documents = (first._replace(languages=languages), *rest)
    report = sample.REPORT._replace(documents=documents)
    page = visit(laid_out(report, sample.RAW, (original,)), "#document").page
    page.wait_for_selector("#page .mark")
    beside = page.locator("#page .original", has_text=original)

    assert lang == beside.get_attribute("lang")
    assert direction == beside.evaluate("node => getComputedStyle(node).direction")
    block = page.locator("#page .block", has_text="The river holds")
    assert "ltr" == block.evaluate("node => getComputedStyle(node).direction")


HIDERS = {
    "\u00a0": "no-break space",
    "\u200b": "zero width space",
    "\u00ad": "soft hyphen",
    "\u200f": "right-to-left mark",
    "\u2066": "left-to-right isolate",
    "\ufeff": "zero width no-break space",
    "\u202f": "narrow no-break space",
    "\x07": "control character",
}


@pytest.mark.parametrize("char", HIDERS, ids=HIDERS.values())
def test_names_of_what_hides(visit, sample, char):
    """Whatever hides in the lines of a finding is seen there, and named below."""
    first = sample.FINDINGS[0]
    excerpt = first.excerpt._replace(after=f" and{char}so on")
    finding = first._replace(excerpt=excerpt)
    report = sample.REPORT._replace(findings=(finding,), texts={}, layouts={})
    page = visit(report, hash_of(finding)).page
    named = f"U+{ord(char):04X} {HIDERS[char]}"

    assert 1 == page.locator("#panel .excerpt").locator(".unseen, .space").count()
    assert named == page.inner_text("#panel .letters li")


def test_pairs_scroll_together(visit, sample, laid_out):
    """Both sides move as one: what stood beside each other still does."""
    report = laid_out(sample.REPORT, sample.RAW, ORIGINALS)
    here = visit(report, "#document")
    page = here.page
    page.set_viewport_size({"width": 1280, "height": 300})
    page.wait_for_selector("#page .mark")
    page.evaluate("document.querySelector('#page').scrollTop = 120")
    translation = page.locator("#page .block", has_text="Стамбул").bounding_box()
    original = page.locator("#page .original", has_text="Стамбул").bounding_box()
    head = page.locator("#page .side").first.bounding_box()

    assert translation["y"] == original["y"]
    assert head["y"] == page.locator("#page").bounding_box()["y"] + 1


def test_missing_translation(visit, sample, laid_out):
    """An original that nothing translates stands alone, where it belongs."""
    report = laid_out(sample.REPORT, sample.RAW, ORIGINALS)
    (path, *_) = sample.RAW
    first, *rest = report.layouts[path]
    lost = first._replace(stretches=(), source="Этого никто не перевёл.")
    report = report._replace(layouts={**report.layouts, path: (first, lost, *rest)})
    page = visit(report, "#document").page
    page.wait_for_selector("#page .mark")
    original = page.locator("#page .original", has_text="Этого никто")
    beside = original.locator("xpath=preceding-sibling::*[1]")

    assert "" == beside.inner_text()
    before = page.locator("#page .original", has_text="Река держится").bounding_box()
    after = page.locator("#page .original", has_text="Дождь лил").bounding_box()
    assert before["y"] < original.bounding_box()["y"] < after["y"]


def test_look_alikes(visit, sample):
    """A letter of another script in a Latin word is called by its name."""
    finding = sample.FINDINGS[0]._replace(match="K\u0456ev")
    report = sample.REPORT._replace(findings=(finding,))
    page = visit(report, hash_of(finding)).page
    name = "cyrillic small letter byelorussian-ukrainian i"

    assert f"\u0456 U+0456 {name}" == page.inner_text("#panel .letters li")


def test_edges(visit, sample, laid_out):
    """Characters beyond the first plane move no mark, in the text or in the patch."""
    emoji = sample.FINDINGS[11]
    page = visit(laid_out(sample.REPORT, sample.RAW), hash_of(emoji)).page
    page.keyboard.press("d")
    page.wait_for_selector("#page .mark[aria-current]")

    assert "open\u2014ended" == page.inner_text("#page .mark[aria-current]")
    assert "open\u2014ended" == page.inner_text("#panel .excerpt mark")
