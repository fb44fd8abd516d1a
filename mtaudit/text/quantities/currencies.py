"""Currencies by their signs, codes and names, before or behind an amount."""

from __future__ import annotations

import re

_SIGNS = {
    "€": "EUR",
    "£": "GBP",
    "₽": "RUB",
    "₴": "UAH",
    "₺": "TRY",
    "₹": "INR",
    "₩": "KRW",
    "₪": "ILS",
    "$": "dollar",
    "¥": "¥",
}
"""A dollar may be of any country that has dollars, and ¥ is two currencies."""

_NAMES = {
    "dollar": r"dollar\w*|dólar\w*|dolar\w*|доллар\w*|долар\w*|美元|美金|ドル|달러",
    "EUR": r"euros?|евро|євро|欧元|歐元|ユーロ|유로",
    "GBP": r"pounds sterling|фунт\w* стерлингов|фунт\w* стерлінгів|英镑|ポンド|파운드",
    "RUB": r"rubl\w*|roubl\w*|Rubel|rublos?|руб(?:\.|л\w*)|卢布|ルーブル",
    "UAH": r"hryvni\w*|grivn\w*|Hrywnja|гривн\w*|гривен\w*|грн",
    "CNY": r"yuan\w*|renminbi|юан\w*|人民币|人民元|元|위안",
    "JPY": r"yens?|[ий]ен\w?|иенами|єн\w?|日元|円|엔",
    "PLN": r"zloty\w*|zł\w*|злот\w*",
    "KRW": r"韩元|ウォン|원",
    "INR": r"rupees?|рупи\w*|рупій|卢比|ルピー",
    "TRY": r"Turkish lira\w*|турецк\w+ лир\w*|турецьк\w+ лір\w*",
    "CHF": r"Swiss francs?|Schweizer Franken|швейцарск\w+ франк\w*",
}
_CODES = {
    "USD": "dollar",
    "CAD": "dollar",
    "AUD": "dollar",
    "RMB": "CNY",
    "GBP": "GBP",
    **{code: code for code in _NAMES if code.isupper()},
}
_BEHIND = re.compile(
    r"[\s-]?(?:of\s)?(?:U\.?S\.?\s|US-)?(?:"
    + "|".join(f"(?P<{code}>{names})" for code, names in _NAMES.items())
    + f"|(?P<code>{'|'.join(_CODES)})(?!\\w)|(?P<sign>[{''.join(_SIGNS)}]))",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?:(?P<code>{'|'.join(_CODES)})\s?|(?P<sign>[{''.join(_SIGNS)}])\s?)$"
)
_LONGEST = 5
"""Characters of a sign or code and the space behind it."""


def currency_at(text: str, start: int, end: int) -> str | None:
    """Return the currency of the amount from `start` to `end`, if one stands by it."""
    match = _BEFORE.search(text[max(0, start - _LONGEST) : start]) or _BEHIND.match(
        text, end
    )
    if match is None:
        return None
    if match["sign"]:
        return f"currency-{_SIGNS[match['sign']]}"
    name = _CODES[match["code"].upper()] if match["code"] else match.lastgroup
    return f"currency-{name}"
