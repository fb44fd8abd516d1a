"""What the elements and attributes of HTML are to a reader of prose."""

from mtaudit.model import Role


def _words(names: str) -> frozenset[str]:
    return frozenset(names.split())


VOID = _words(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param"
    " source track wbr"
)
"""Elements that have no content and no end tag."""

RAW_TEXT = _words("iframe noembed noframes plaintext script style textarea title xmp")
"""Elements in which no tag but their own end tag is one."""

UNREAD = _words(
    "code iframe kbd listing math noembed noframes plaintext pre rp rt samp script"
    " style svg textarea tt var xmp"
)
"""Elements whose content is no prose."""

NOUNS = _words("code embed img input kbd math samp svg tt var")
"""Elements that stand in running text as a word does, if they are passed over."""

BLOCKS = _words(
    "address applet article aside audio blockquote body button canvas caption center"
    " colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form"
    " frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li listing"
    " main marquee menu nav noembed noframes noscript object ol optgroup option p"
    " plaintext pre search section select summary table tbody td template textarea"
    " tfoot th thead title tr ul video xmp script style link meta base"
)
"""Elements before and after which a sentence ends."""

NEUTRAL = _words("base link meta script style template")
"""Elements that may stand in the middle of a sentence and are not seen."""

CLOSES_PARAGRAPH = _words(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main"
    " menu nav ol p plaintext pre search section summary table ul xmp"
)
"""Elements that cannot stand in a paragraph, so that it ends before them."""

BARRIERS = _words("applet button caption html marquee object table td template th")
"""Elements that hide what is open outside them."""

SAME_KIND: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "a": (frozenset({"a"}), BARRIERS),
    "li": (frozenset({"li"}), frozenset({"dir", "menu", "ol", "ul"})),
    "dd": (frozenset({"dd", "dt"}), frozenset({"dl"})),
    "dt": (frozenset({"dd", "dt"}), frozenset({"dl"})),
    "option": (frozenset({"option"}), frozenset({"datalist", "optgroup", "select"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr"})),
    "tr": (frozenset({"tr"}), frozenset({"tbody", "tfoot", "thead"})),
    **dict.fromkeys(
        ("tbody", "tfoot", "thead"),
        (frozenset({"tbody", "tfoot", "thead"}), frozenset({"table"})),
    ),
}
"""By element: what ends before it, and what that is looked for in."""

FORMATTING = _words("a b big code em font i nobr s small strike strong tt u")
"""Elements that go on in the next block if no end tag of their own came."""

# Of titles only the first is one on the page; the others are headings.
ROLES = {
    "title": Role.TITLE,
    "h1": Role.TITLE,
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), Role.HEADING),
    **dict.fromkeys(("li", "dd", "dt"), Role.LIST_ITEM),
    **dict.fromkeys(("td", "th"), Role.CELL),
    **dict.fromkeys(
        _words("button caption figcaption legend optgroup option summary"),
        Role.CAPTION,
    ),
    "blockquote": Role.QUOTE,
}

ATTRIBUTES = {
    "alt": Role.ALT_TEXT,
    **dict.fromkeys(
        _words(
            "aria-description aria-label aria-placeholder aria-roledescription"
            " aria-valuetext placeholder title"
        ),
        Role.CAPTION,
    ),
}
"""Attributes that are prose on any element."""

BUTTONS = frozenset({"button", "reset", "submit"})
"""Types of input whose value is seen."""

DESCRIPTIONS = _words(
    "description og:description og:image:alt og:title twitter:description"
    " twitter:image:alt twitter:title"
)
"""Names of metadata that are prose."""
