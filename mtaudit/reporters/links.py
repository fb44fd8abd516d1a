"""Where a line of a file can be seen in its repository."""

from mtaudit.model import Location
from mtaudit.reporters.machine import uri


def address_of(link: str | None, location: Location) -> str | None:
    """
    Return the address of the line where `location` begins.

    `link` is what `Report.link` says. None if it says nothing, and of a path that
    is not relative: that of standard input, or of a file somewhere else.
    """
    path = location.path
    if link is None or path == "-" or path.startswith("/"):
        return None
    line = str(location.start.line)
    return link.replace("{path}", uri(path)).replace("{line}", line)
