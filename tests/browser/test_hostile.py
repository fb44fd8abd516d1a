"""Text of others in a real browser: nothing of it runs, all of it is seen."""

import pytest

from mtaudit.model import (
    Block,
    Earlier,
    Edit,
    Excerpt,
    Failure,
    Fix,
    Languages,
    RawSpan,
    Related,
    Role,
)

PAYLOADS = [
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)" autofocus onfocus="alert(1)" x="',
    "' onfocus='alert(1)' autofocus='",
    "--><svg/onload=alert(1)>",
    "</style></title></textarea><iframe srcdoc='<script>alert(1)</script>'>",
    "javascript:alert(1)",
    "<!--<script>",
    "]]><b>\u2028alert(1)\u2029",
    "__proto__",
    "${alert(1)} $& $1 %",
]


def spoilt(sample, payload):
    """Return a report with `payload` wherever text of others may stand."""
    rule = sample.FINDINGS[0].rule._replace(
        id=f"pack/{payload}",
        why=payload,
        why_not_safe=payload,
        category=payload,
        url=f"javascript:alert(1)//{payload}",
    )
    text = f"{payload}\n\n{payload} and {payload}\n"
    location = sample.FINDINGS[0].location._replace(
        path=payload, span=RawSpan(0, len(payload))
    )
    edit = Edit(RawSpan(0, len(payload)), f"new {payload}")
    finding = sample.FINDINGS[0]._replace(
        rule=rule,
        message=payload,
        match=payload,
        excerpt=Excerpt("", payload, "", 0),
        location=location,
        fingerprint=payload,
        related=(Related(payload, None, payload),),
        fixes=(Fix(payload, (edit,), 1), Fix(payload, (edit,), 0)),
    )
    document = sample.REPORT.documents[0]._replace(
        path=payload,
        languages=Languages(payload, payload, payload),
        source_path=payload,
    )
    whole = Block(Role.PARAGRAPH, ((0, len(payload)),), payload, f"{payload} {payload}")
    lost = Block(Role.PARAGRAPH, (), payload, payload)
    return sample.REPORT._replace(
        findings=(finding, finding._replace(fingerprint="x", suppressed_by="comment")),
        documents=(document,),
        failures=(Failure(payload, payload, payload),),
        binary=(payload,),
        signature=payload,
        earlier=(
            Earlier(payload, (finding._replace(fingerprint="y"),), (document,)),
            Earlier(payload, (finding._replace(fingerprint="z"),), (document,)),
        ),
        link=f"https://example.org/{payload}/{{path}}",
        texts={payload: text},
        layouts={payload: (whole, lost)},
    )


COUNT = (
    "() => [...document.querySelectorAll('*')].filter(node =>"
    " /^(img|svg|iframe|object|embed|base)$/i.test(node.tagName)"
    " && !node.closest('.overview, .trend')"
    " || [...node.attributes].some(({name}) => /^on|^srcdoc$/i.test(name))"
    " || /^javascript:/.test(node.href ?? '')).map(node => node.outerHTML)"
)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_runs(visit, sample, payload):
    """In every view the payload is words: no element, no handler, no dialog."""
    report = spoilt(sample, payload)
    page = visit(report).page
    assert [] == page.evaluate(COUNT)
    page.keyboard.press("f")
    for group in ("file", "rule", "suggestion", "severity", "language", "none"):
        page.select_option("#group", group)
        page.evaluate("document.activeElement.blur()")
        page.keyboard.press("j")
        page.keyboard.press("j")
        assert [] == page.evaluate(COUNT)
    for key in ("i", "l", "a", "x", "y", "c"):
        page.keyboard.press(key)
    seen = page.text_content("#panel")
    assert payload.replace("\u2028", "U+2028").replace("\u2029", "U+2029") in seen
    page.keyboard.press("d")
    page.wait_for_selector("#page .mark")
    assert [] == page.evaluate(COUNT)
    assert page.locator("#page .original mark").count()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert [] == page.evaluate(COUNT)
    page.reload()
    page.wait_for_selector("html[data-ready]")
    page.wait_for_selector("#page .mark")
