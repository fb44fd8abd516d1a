"""Numbers and names of a page beside its original, from files to findings."""

import json

import pytest

CONFIG = """\
select = [
    "bitext/misread-number",
    "bitext/changed-number",
    "bitext/changed-magnitude",
    "bitext/name-spelling",
]

[[translations]]
source = "ru/{path}"
target = "en/{path}"
source-language = "ru"
target-language = "en"
"""
ORIGINAL = """\
---
title: Порт принял 115 тыс. контейнеров
---

# Итоги 2014 года

Мэр Залужный назвал число: **115 тыс.**, см. [отчёт 77](https://port.example/2014).

- Башня наклонена на 1,5 метра.
- В 18:30 в зале Залужного были 26 тыс. человек.

| Год  | Сумма   |
| ---- | ------- |
| 2019 | 1 234,5 |

`код 1500` понравился Залужному.
"""
TRANSLATION = """\
---
title: The port took 15,000 containers
---

# Results of 2041

Mayor Zaluzhny named a number: **115,000**, see [report 77](https://port.example/2014).

- The tower leans by 15 metres.
- At 6:30 p.m. there were 26,000 people in Zaluzhnyi's hall.

| Year | Sum     |
| ---- | ------- |
| 2019 | 1,234.5 |

`code 1500` pleased Zaluzhny.
"""


@pytest.fixture
def site(tmp_path):
    for lang, text in (("ru", ORIGINAL), ("en", TRANSLATION)):
        (tmp_path / lang).mkdir()
        (tmp_path / lang / "port.md").write_text(text, encoding="utf-8")
    (tmp_path / "mtaudit.toml").write_text(CONFIG, encoding="utf-8")
    return tmp_path


def test_page(run, site):
    """What was changed is marked in its place; what is written otherwise is not."""
    done = run("check", "en", "--output-format", "json", cwd=site)

    found = json.loads(done.stdout)["findings"]
    assert [
        ("bitext/changed-number", 2, "15,000"),
        ("bitext/changed-number", 5, "2041"),
        ("bitext/changed-magnitude", 9, "15"),
        ("bitext/name-spelling", 10, "Zaluzhnyi"),
    ] == [(each["rule"], each["start"]["line"], each["match"]) for each in found]


def test_messages(run, site):
    """A message says what the original has, and by which scheme a name is written."""
    done = run("check", "en", "--output-format", "concise", cwd=site)

    lines = done.stdout.decode().splitlines()
    assert "“15,000”: the original has “115 тыс.”" in lines[0]
    assert "“Zaluzhnyi” (as the national system has it) for «Залужный»" in lines[3]
    assert "beside “Zaluzhny” (as the press has it), twice" in lines[3]


def test_without_the_original(run, site):
    """Without an original there is nothing to compare with."""
    (site / "ru/port.md").unlink()

    done = run("check", "en", "--output-format", "json", cwd=site)

    assert [] == json.loads(done.stdout)["findings"]
