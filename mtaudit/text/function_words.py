"""Short words of closed classes, by which running text betrays its language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

_WORDS = {
    "en": """the of and to in is that for it was on with as be by at this are from or
        have an not has but they were which you his her their its been we will would
        there who when what about more if than into could after also some only other
        he she had can do how so our your my me him them these those then because
        while where said over before between during such any each may should don't
        doesn't didn't isn't aren't wasn't weren't can't couldn't won't wouldn't
        shouldn't hasn't haven't""",
    "de": """der die das und in den von zu mit sich des auf für ist im dem nicht ein
        eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind
        noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch
        man sein wurde sei wenn wir ich ihr ihre kann unter gegen vom schon dann diese
        dieser dieses keine""",
    "fr": """le la les de des du et en un une est que qui dans pour pas par sur au aux
        plus il elle ne se ce cette ces son sa ses ont sont avec mais ou où nous vous
        ils elles leur leurs été être avoir comme tout si sans même aussi entre était
        deux fait après depuis lui dont on je tu mon notre votre""",
    "es": """el la los las de del y en que un una es por con para se no su al lo como
        más pero sus le ha sin sobre este esta entre cuando muy también hasta desde
        son fue ser hay donde todo nos ya han está porque esto ese esa ni contra o
        ellos yo ella nosotros durante puede""",
    "it": """il lo la i gli le di del della dei delle e è che un una uno in per con non
        si da dal dalla nel nella sono come più anche ma al alla ai alle su sul sulla
        ha hanno questo questa essere o se ci loro suo sua suoi era stato dopo tra fra
        degli dell nell cui molto quando dove perché solo""",
    "pt": """o a os as de do da dos das e em no na nos nas que um uma para com por não
        é se mais como ao à aos às foi ser são mas pelo pela seu sua seus suas ou tem
        também entre até já isso este esta ele ela eles quando muito há está sobre sem
        mesmo depois você pode""",
    "pl": """i w z na do się że nie jest to o od po za dla przez jak ale czy co ich jego
        jej oraz tym tego jako już tylko może być przed przy który która które są był
        była było ze we pod nad lub też tak więc gdy bardzo tej ten ta te między""",
    "cs": """a v se na je že s z do to o k i pro ve za po od ale jako by jsem jsou podle
        které který která však už jen také než při tak být byl byla bylo jeho jejich
        ze co nebo až kdy mezi pod před má jak ještě pokud této tento tato není""",
    "nl": """de het een van en in is dat op te zijn met voor niet die aan er om ook als
        maar bij door uit naar dan nog wordt over tot kan heeft hebben was deze werd
        wel hij zij ze we je of worden moet zou geen meer na onder omdat wat tegen
        haar hun dit kunnen""",
    "tr": """ve bir bu da de için ile çok daha olarak olan gibi kadar ne var mi mı ama
        o en ya ki sonra değil ancak her şey göre ise hem tarafından oldu olduğu
        olduğunu ben biz siz onun yok bunu şu nasıl diye arasında üzerinde""",
    "ru": """и в не на что с по как это он к но из у за от о для до же так все его они
        мы она бы только или еще ещё уже при было был была были если когда чтобы также
        во со ее её их том этого этом том после под без нет может который которые
        между более""",
    "uk": """і в не на що з по як це він до але із у за від о для та й також його вони
        ми вона б лише або ще вже при було був була були якщо коли щоб зі її їх тому
        після під без немає може який яка які які між більше цього цьому є про є ж""",
}

_APOSTROPHES = "'", "’"

LANGUAGES = frozenset(_WORDS)
"""The languages that `votes` can tell."""

# A listed language has neighbours that are not listed and share its words: a
# text of some length without one of these letters is not in it.
_OWN_LETTERS = {"cs": "ěřů", "pl": "łęąśż", "pt": "ãçõéá", "tr": "ışğüçö"}


@cache
def _languages_by_word() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for tag in _WORDS:
        for word in listed(tag):
            found[word] = (*found.get(word, ()), tag)
    return found


@cache
def listed(tag: str) -> frozenset[str]:
    """
    Return the function words of a language; none of one that is not listed.

    Those with an apostrophe are there with a typographic one as well.
    """
    words = _WORDS.get(tag, "")
    return frozenset(f"{words} {words.replace(*_APOSTROPHES)}".split())


def is_listed(word: str) -> bool:
    """Whether a folded word is a function word of one of the languages."""
    return word in _languages_by_word()


def scores(folded: str) -> dict[str, float]:
    """
    Return how many function words of each language a folded text has.

    A word that n languages share counts 1/n for each.
    """
    languages = _languages_by_word()
    found: dict[str, float] = {}
    for word in folded.split():
        tags = languages.get(word.strip(_EDGES), ())
        for tag in tags:
            found[tag] = found.get(tag, 0.0) + 1 / len(tags)
    return found


_EDGES = ".,:;!?…\"'()[]«»“”„‘’—–-"


def has_own_letters(tag: str, folded: str) -> bool:
    """Whether a text has a letter that its language cannot do without for long."""
    own = _OWN_LETTERS.get(tag)
    return own is None or any(char in folded for char in own)
