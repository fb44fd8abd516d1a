"""The report for programs, held in the page to be saved from it."""

from mtaudit.model import Report
from mtaudit.reporters import json, sarif
from mtaudit.reporters.base import Look
from mtaudit.reporters.html_payload import packed
from mtaudit.reporters.markup import Blocks, Markup, joined

_MOST = 10_000
"""With more findings than these the copies would outweigh the page."""

_COPIES = {
    "JSON": ("copy-json", "mtaudit.json", json.render),
    "SARIF": ("copy-sarif", "mtaudit.sarif", sarif.render),
}


def copies(report: Report, blocks: Blocks) -> Markup:
    """Return the elements that hold what ``--output-format`` json and sarif write."""
    if len(report.findings) > _MOST:
        return Markup()
    return joined(
        packed(blocks, name, "".join(render(report, Look())))
        for name, _, render in _COPIES.values()
    )


def copy_buttons(report: Report, blocks: Blocks) -> Markup:
    """Return the buttons that save them."""
    if len(report.findings) > _MOST:
        return blocks.fill("no-copies")
    return joined(
        blocks.fill("copy", name=name, file=file, label=label)
        for label, (name, file, _) in _COPIES.items()
    )
