"""Words for numbers in Russian, Ukrainian, Polish and Czech: patterns by value."""

from __future__ import annotations

from collections.abc import Mapping

# Endings of Slavic numerals, cardinal and ordinal.
_RU = "(?:ь|и|ью|ю|еро|ерых|ый|ая|ое|ого|ому|ым|ыми|ом|ую|ой|ою|ые|ых)"
_RU_SOFT = "(?:ой|ая|ое|ого|ому|ым|ыми|ом|ую|ою|ые|ых)"
_UK = "(?:ь|и|ьох|ьом|ьома|еро|ий|а|е|ого|ому|им|ими|у|ої|ій|ою|і|их)"
_PL = "(?:t|ć|ciu|cioro|ty|ta|te|tego|temu|tym|tymi|tej|tą|tych)"
_CS = "(?:t|ti|tý|tá|té|tého|tému|tým|tými|tém|tou|tých)"

_RU_TEENS = (
    *("одиннадцат", "двенадцат", "тринадцат", "четырнадцат", "пятнадцат"),
    *("шестнадцат", "семнадцат", "восемнадцат", "девятнадцат"),
)
_UK_TEENS = (
    *("одинадцят", "дванадцят", "тринадцят", "чотирнадцят", "п['’ʼ]ятнадцят"),
    *("шістнадцят", "сімнадцят", "вісімнадцят", "дев['’ʼ]ятнадцят"),
)
_PL_TEENS = (
    *("jedenaś", "dwanaś", "trzynaś", "czternaś", "piętnaś"),
    *("szesnaś", "siedemnaś", "osiemnaś", "dziewiętnaś"),
)
_CS_TEENS = (
    *("jedenáct", "dvanáct", "třináct", "čtrnáct", "patnáct"),
    *("šestnáct", "sedmnáct", "osmnáct", "devatenáct"),
)


def _teens(stems: tuple[str, ...], ending: str) -> dict[float, str]:
    """Return 11 to 19 by their stems."""
    return {11 + place: f"{stem}{ending}" for place, stem in enumerate(stems)}


RUSSIAN: Mapping[float, str] = {
    0: "нол[ьяюе]\\w*|нул[ьяюе]\\w*",
    0.5: "пол|половин[аыуе]|полу",
    1: "оди?н(?:а|о|у|и|ого|ому|им|ом|ой|их|ими)?|перв\\w{2,3}|однажды|одно",
    1.5: "полтор[аы]|полутора",
    2: "дв(?:а|е|ух|ум|умя|ое|оих|аждо?ы)|втор\\w{2,3}|об[ае]|обоих"
    "|вдвое|двойн\\w+|двух",
    3: "тр(?:и|[её]х|[её]м|емя|ое|оих|ижды)|трет(?:ь\\w{0,3}|ий)"
    "|втрое|тройн\\w+|трет[ьи]",
    4: "четыр(?:е|[её]х|[её]м|ьмя)|четверо|четв[её]рт\\w{2,3}|четверт[ьи]|вчетверо",
    5: f"пят{_RU}|впятеро",
    6: f"шест{_RU}|шесто\\w{{1,2}}",
    7: f"семь|семи|семью|семеро|седьм{_RU_SOFT}",
    8: f"восемь|восьми|восемью|восьмеро|восьм{_RU_SOFT}",
    9: f"девят{_RU}",
    10: f"десят{_RU}|десятк\\w+|десяток|десятилети\\w+",
    **_teens(_RU_TEENS, _RU),
    20: f"двадцат{_RU}",
    24: "сут(?:ки|ок|кам|ками|ках)",
    30: f"тридцат{_RU}",
    40: f"сорока?|сороков{_RU_SOFT}",
    50: f"пять?десяти?|пятьюдесятью|пятидесят{_RU}",
    60: f"шесть?десяти?|шестидесят{_RU}",
    70: f"семьдесят|семидесят{_RU}",
    80: f"восемьдесят|восьмидесят{_RU}",
    90: f"девяност[оа]|девяност{_RU}",
    100: "сто|ста|сот|сотн\\w+|сот(?:ый|ая|ое|ого|ому|ым|ой|ую|ые|ых)"
    "|столети\\w+|век[аеиу]?|веков|веками?",
    200: "двести|двухсот|двумстам",
    300: "триста|тр[её]хсот",
    400: "четыреста|четыр[её]хсот",
    500: "пятьсот|пятисот",
    600: "шестьсот|шестисот",
    700: "семьсот|семисот",
    800: "восемьсот|восьмисот",
    900: "девятьсот|девятисот",
    1e3: "тысяч\\w*",
    1e6: "миллион\\w*",
    1e9: "миллиард\\w*",
    1e12: "триллион\\w*",
}

UKRAINIAN: Mapping[float, str] = {
    0: "нуль|нуля|нулів",
    0.5: "пів|половин[аиуі]",
    1: "оди?н(?:а|е|у|і|ого|ому|им|ієї|ій|ією|их|ими)?|перш\\w{1,3}|одн[аеуі]",
    1.5: "півтор[аи]",
    2: "дв(?:а|і|ох|ом|ома|оє)|друг\\w{1,3}|обидв[аі]|удвічі|вдвічі|двічі|подвійн\\w+",
    3: "тр(?:и|ьох|ьом|ьома|оє|ичі)"
    "|трет(?:ій|я|є|ього|ьому|ім|ьої|ю|і|іх|ина|ини)|втричі",
    4: "чотир(?:и|ьох|ьом|ма)|четверо|четверт\\w{1,3}|чверть|чверті",
    5: f"п['’ʼ]ят{_UK}",
    6: f"шість|шести|шістьох|шост{_UK}",
    7: f"сім|семи|сімох|сьом{_UK}",
    8: f"вісім|восьми|вісьмох|восьм{_UK}",
    9: f"дев['’ʼ]ят{_UK}",
    10: f"десят{_UK}|десятк\\w+|десяток|десятилітт\\w+|десятиріч\\w+",
    **_teens(_UK_TEENS, _UK),
    20: f"двадцят{_UK}",
    24: "доб(?:а|и|у|і|ою)|діб",
    30: f"тридцят{_UK}",
    40: f"сорока?|сороков{_UK}",
    50: f"п['’ʼ]ятдесят(?:и|ьох)?|п['’ʼ]ятдесят{_UK}",
    60: f"шістдесят(?:и|ьох)?|шістдесят{_UK}",
    70: f"сімдесят(?:и|ьох)?|сімдесят{_UK}",
    80: f"вісімдесят(?:и|ьох)?|вісімдесят{_UK}",
    90: f"дев['’ʼ]яност[оа]|дев['’ʼ]яност{_UK}",
    100: "сто|ста|сот|сотн\\w+|сотень|сот(?:ий|а|е|ого)|столітт\\w+|століть|вік|віку",
    200: "двісті|двохсот",
    300: "триста|трьохсот",
    400: "чотириста|чотирьохсот",
    500: "п['’ʼ]ятсот|п['’ʼ]ятисот",
    600: "шістсот|шестисот",
    700: "сімсот|семисот",
    800: "вісімсот|восьмисот",
    900: "дев['’ʼ]ятсот|дев['’ʼ]ятисот",
    1e3: "тисяч\\w*",
    1e6: "мільйон\\w*",
    1e9: "мільярд\\w*",
    1e12: "трильйон\\w*",
}

POLISH: Mapping[float, str] = {
    0: "zero",
    0.5: "pół|połow\\w+",
    1: "jed(?:en|na|no|nego|nym|nej|ną)|pierwsz\\w{1,3}",
    1.5: "półtor[aej]",
    2: "dw(?:a|ie|óch|óm|oma|oje)|drug\\w{1,3}|ob(?:a|ie|oje)|dwukrotn\\w+|podwójn\\w+",
    3: "trz(?:y|ech|em|ema)|troje|trzec\\w{1,4}|trzykrotn\\w+",
    4: "czter(?:y|ech|em|ema)|czwart\\w{1,3}|ćwierć",
    5: "pię(?:ć|ciu|cioro)|piąt\\w{1,3}",
    6: "sześ(?:ć|ciu)|szóst\\w{1,3}",
    7: "siedem|siedmiu|siódm\\w{1,3}",
    8: "osiem|ośmiu|ósm\\w{1,3}",
    9: "dziewię(?:ć|ciu)|dziewiąt\\w{1,3}",
    10: "dziesię(?:ć|ciu)|dziesiąt\\w{1,3}|dekad\\w+",
    **_teens(_PL_TEENS, "(?:cie|tu|t[yaąe]\\w{0,3})"),
    20: "dwadzieścia|dwudziest\\w{1,3}|dwudziestu",
    30: "trzydzieści|trzydziest\\w{1,3}",
    40: "czterdzieści|czterdziest\\w{1,3}",
    50: f"pięćdziesią{_PL}|pięćdziesięciu",
    60: f"sześćdziesią{_PL}|sześćdziesięciu",
    70: f"siedemdziesią{_PL}|siedemdziesięciu",
    80: f"osiemdziesią{_PL}|osiemdziesięciu",
    90: f"dziewięćdziesią{_PL}|dziewięćdziesięciu",
    100: "sto|stu|setk\\w+|setn\\w+|wiek\\w*",
    200: "dwieście|dwustu",
    300: "trzysta|trzystu",
    400: "czterysta|czterystu",
    500: "pięćset|pięciuset",
    600: "sześćset|sześciuset",
    700: "siedemset|siedmiuset",
    800: "osiemset|ośmiuset",
    900: "dziewięćset|dziewięciuset",
    1e3: "tysi(?:ąc|ące|ęcy|ąca|ącami|ącach|ęczn\\w+)",
    1e6: "milion\\w*",
    1e9: "miliard\\w*",
    1e12: "bilion\\w*",
}

CZECH: Mapping[float, str] = {
    0: "nula|nuly",
    0.5: "půl|polovin\\w+",
    1: "jed(?:en|na|no|noho|nom|né|nu)|prvn\\w{1,3}",
    1.5: "půldruh\\w+",
    2: "dv(?:a|ě|ou|ěma)|druh\\w{1,3}|ob(?:a|ě|ou)|dvojnásob\\w+",
    3: "tři|tří|třem|třet\\w{1,3}|trojnásob\\w+",
    4: "čtyř(?:i|ech|em|mi)?|čtvrt\\w{0,3}",
    5: "pět|pěti|pát\\w{1,3}",
    6: "šest|šesti|šest[ýáéo]\\w{0,2}",
    7: "sedm|sedmi|sedm[ýáé]\\w{0,2}",
    8: "osm|osmi|osm[ýáé]\\w{0,2}",
    9: "devět|devíti|devát\\w{1,3}",
    10: "deset|deseti|desát\\w{1,3}|desít\\w+|desetilet\\w+",
    **_teens(_CS_TEENS, "(?:i|[ýáé]\\w{0,3})?"),
    20: "dvacet|dvaceti|dvacát\\w{1,3}",
    30: "třicet|třiceti|třicát\\w{1,3}",
    40: "čtyřicet|čtyřiceti|čtyřicát\\w{1,3}",
    50: f"padesá{_CS}",
    60: f"šedesá{_CS}",
    70: f"sedmdesá{_CS}",
    80: f"osmdesá{_CS}",
    90: f"devadesá{_CS}",
    100: "st(?:o|a|ě|y|ů|em)|set|stovk\\w+|stovek|stolet\\w+",
    1e3: "tisíc\\w*",
    1e6: "mili[oó]n\\w*",
    1e9: "miliard\\w*",
    1e12: "bili[oó]n\\w*",
}
