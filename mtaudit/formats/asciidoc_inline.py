"""Running text of AsciiDoc: links, macros, code, emphasis."""

from __future__ import annotations

import re
from functools import cache

_LINKS = r"""(?x)
    \\(?P<escaped> [*_`\#+^~{<\[] )
  | (?P<gap_anchor> \[\[ [^\[\]]* \]\] | \(\(\( [^()]* \)\)\)
      | [ ]\+(?=[\r\n]|\Z) )
  | \(\( (?P<term> [^()]+ ) \)\)
  | << [^<>,]++ , \s*+ (?P<cross> [^<>]++ ) >>
  | <<[^<>]+>>
  | \b(?:link|xref|mailto): [^\s\[\]]*+ \[ (?P<linked> [^\]^,]++ ) [^\]]*+ \]
  | (?:https?|ftp|irc):// [^\s\[\]<>]*+ \[ (?P<titled> [^\]^,]++ ) [^\]]*+ \]
  | \b(?:footnote):[\w-]* \[ (?P<note> [^\]]+ ) \]
  | \b(?:link|xref|image|icon|kbd|btn|menu|pass|stem|latexmath|asciimath|footnote
        |anchor|indexterm2?):{1,2} [^\s\[\]]*+ \[ [^\]]*+ \]
  | (?: https?:// | \bwww\. ) [^\s<>\[\]"“”«»`]* [^\s<>"“”«»`.,;:!?)'*\]_\[]
  | `\+ [^`]+? \+`
  | (?<![\w`])``? (?=\S) [^`]+? (?<=\S) ``?(?![\w`])
  | (?<![\w+])\+ (?=\S) [^+\r\n]+? (?<=\S) \+(?![\w+])
  | \+{3} (?:(?!\+{3}).)+? \+{3}
  | \{ [\w-]+ (?: :[^{}]* )? \}
"""
_MARKS = r"""(?x)
    (?P<gap_role> \[ [.\#%][^\[\]]* \] (?=[\#*_`]) )
  | (?P<gap_double> \*\*(?=\S) | (?<=\S)\*\* | __(?=\S) | (?<=\S)__ | \#\#(?=\S)
      | (?<=\S)\#\# )
  | (?<![\w*])\* (?=\S) (?P<strong> [^*]*? ) (?<=\S) \*(?![\w*])
  | (?<![\w_])_ (?=\S) (?P<emphasis> [^_]*? ) (?<=\S) _(?![\w_])
  | (?<![\w\#])\# (?=\S) (?P<marked> [^\#]*? ) (?<=\S) \#(?![\w\#])
  | \^ (?P<above> [^\s^]+ ) \^
  | ~ (?P<below> [^\s~]+ ) ~
"""


@cache
def links() -> re.Pattern[str]:
    """Return the pattern of links and of what is opaque."""
    return re.compile(_LINKS, re.DOTALL)


@cache
def marks() -> re.Pattern[str]:
    """Return the pattern of what only changes the look of text."""
    return re.compile(_MARKS, re.DOTALL)
