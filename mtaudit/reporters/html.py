"""html: one page that needs nothing else, for people who edit text."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256

from mtaudit import __version__
from mtaudit.model import Finding, Report
from mtaudit.reporters.base import Look
from mtaudit.reporters.gates import failed_rows
from mtaudit.reporters.html_copies import copies, copy_buttons
from mtaudit.reporters.html_payload import embedded
from mtaudit.reporters.html_since import since
from mtaudit.reporters.html_static import without_script
from mtaudit.reporters.html_summary import overview, tiles, unaudited
from mtaudit.reporters.markup import Blocks, Markup, joined
from mtaudit.reporters.summary import (
    Tally,
    assumed_languages,
    found_sentence,
    plural,
    share,
)


def render(report: Report, _look: Look) -> Iterator[str]:
    """
    Yield the page: a summary to begin with, then findings and texts.

    Without a script the page is the summary and the first findings; with it,
    all of them, to be searched, read in their texts, and decided on.
    """
    blocks = Blocks()
    shown = list(report.shown)
    yield blocks.fill(
        "page",
        policy=_policy(blocks),
        style=blocks.style,
        boot=blocks.boot,
        script=blocks.script,
        headline=_headline(report, shown),
        lead=_lead(report, shown),
        tiles=tiles(report, blocks),
        gates=_gates(report, blocks),
        since=since(report, blocks),
        overview=overview(report, blocks),
        unaudited=unaudited(report, blocks),
        static=without_script(report, blocks),
        aged=blocks.fill("aged") if report.earlier else "",
        held=blocks.fill("held") if len(shown) < len(report.findings) else "",
        nothing=_nothing(report, shown),
        payload=joined([embedded(report, blocks), copies(report, blocks)]),
        copies=copy_buttons(report, blocks),
        version=__version__,
        signature=report.signature,
    )


def _policy(blocks: Blocks) -> str:
    """Return what the page may do: run its own script, and load nothing."""
    scripts = f"{_hashed(blocks.boot)} {_hashed(blocks.script)}"
    return (
        f"default-src 'none'; script-src {scripts}; style-src {_hashed(blocks.style)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hashed(content: str) -> str:
    """Return the name under which a policy allows `content`."""
    digest = sha256(content.encode()).digest()
    return f"'sha256-{b64encode(digest).decode()}'"


def _headline(report: Report, shown: Sequence[Finding]) -> str:
    """Return the outcome in a few words."""
    if shown:
        return f"{plural(len(shown), 'finding')} in {share(report, Tally.of(shown))}"
    return "No findings" if report.documents else "No files were audited"


def _lead(report: Report, shown: Sequence[Finding]) -> str:
    """Return how much was checked, with how many rules, in which languages."""
    words = plural(sum(document.words for document in report.documents), "word")
    files = plural(len(report.documents), "file")
    rules = f" with {plural(report.rules, 'rule')}" if report.rules else ""
    checked = f"Checked {words} in {files}{rules}."
    fixed = [f"Fixed {plural(report.fixed, 'finding')}."] if report.fixed else []
    held = len(report.findings) - len(shown)
    suppressed = [f"Suppressed {plural(held, 'finding')}."] if held else []
    return " ".join([checked, *fixed, *suppressed, *assumed_languages(report)])


def _gates(report: Report, blocks: Blocks) -> Markup:
    """Return a table of the limits that were not kept; nothing if all were."""
    rows = joined(
        blocks.fill("gate-row", **row._asdict()) for row in failed_rows(report)
    )
    return blocks.fill("gates", rows=rows) if rows else Markup()


def _nothing(report: Report, shown: Sequence[Finding]) -> str:
    """Return what an empty list says."""
    return (
        "The filter lets nothing through." if shown else found_sentence(report, Tally())
    )
