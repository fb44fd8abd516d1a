"""Two appliers of fixes that know the formats they read, and nothing of us."""

from __future__ import annotations

import re


def _spliced(text, replacements):
    """Return `text` with (start, end, content) applied, groups that clash left out."""
    taken = []
    for group in replacements:
        if all(
            end < other[0] or other[1] < start
            for start, end, _ in group
            for other in taken
        ):
            taken += group
    for start, end, content in sorted(taken, reverse=True):
        text = text[:start] + content + text[end:]
    return text


def apply_sarif(log, uri, text):
    """Apply the first fix of each open result by lines and columns."""
    run = log["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    newline = re.compile("|".join(map(re.escape, run["newlineSequences"])))
    starts = [0, *(found.end() for found in newline.finditer(text))]

    def edit(replacement):
        region = replacement["deletedRegion"]
        start = starts[region["startLine"] - 1] + region["startColumn"] - 1
        end = starts[region["endLine"] - 1] + region["endColumn"] - 1
        return start, end, replacement["insertedContent"]["text"]

    changes = (
        change
        for result in run["results"]
        if result.get("fixes") and not result.get("suppressions")
        for change in result["fixes"][0]["artifactChanges"]
        if change["artifactLocation"]["uri"] == uri
    )
    return _spliced(text, [[*map(edit, each["replacements"])] for each in changes])


def apply_rdjson(diagnostics, path, text):
    """Apply the first suggestion of each diagnostic, columns being bytes."""
    content = text.encode()
    starts = [0, *(found.end() for found in re.finditer(rb"\r\n?|\n", content))]

    def offset(place):
        return starts[place["line"] - 1] + place["column"] - 1

    groups = []
    for each in diagnostics:
        if each["location"]["path"] != path or not each.get("suggestions"):
            continue
        first = each["suggestions"][0]
        start, end = first["range"]["start"], first["range"]["end"]
        # reviewdog refuses a suggestion for other lines than the comment's.
        shown = each["location"]["range"]
        assert (shown["start"]["line"], shown["end"]["line"]) == (
            start["line"],
            end["line"],
        )
        groups.append([(offset(start), offset(end), first["text"].encode())])
    return _spliced(content, groups).decode()
