"""Where the lines of files can be seen in a repository on the web."""

import re

from mtaudit.config.schema import Settings
from mtaudit.engine.git import Git
from mtaudit.model import UsageError
from mtaudit.reporters.machine import uri

LINKED = frozenset({"html", "markdown"})
"""Formats that lead to where a finding stands."""

_REMOTE = re.compile(
    r"(?:(?:https?|ssh|git)://(?:[^@/]*@)?|[\w.-]+@)"
    r"(?P<host>[\w.-]+)(?::\d+(?=/))?[:/](?P<path>[^?#]+?)(?:\.git)?/?$"
)
"""An address of a repository; who may read it there is no part of what is kept."""

_FORMS = {
    "bitbucket": "src/{commit}/{path}#lines-{line}",
    "gitlab": "-/blob/{commit}/{path}#L{line}",
    "gitea": "src/commit/{commit}/{path}#L{line}",
    "forgejo": "src/commit/{commit}/{path}#L{line}",
    "codeberg": "src/commit/{commit}/{path}#L{line}",
    "github": "blob/{commit}/{path}#L{line}",
}
"""How a server addresses a line, by a word in its name."""


def commit_link(settings: Settings, ref: str | None) -> str | None:
    """
    Return the address of a line of a file, as `Report.link` has it.

    It is what the configuration says or, with a `ref` alone, what the remote
    ``origin`` is known to have. Git is asked, the network never.
    """
    template = settings.commit_url
    if template is None and ref is None:
        return None
    git = Git(".")
    template = template or template_of(git.remote("origin"))
    folder = uri(git.prefix()).replace("{", "%7B")
    commit = git.commit(ref or "HEAD")
    return template.replace("{commit}", commit).replace("{path}", f"{folder}{{path}}")


def template_of(remote: str | None) -> str:
    """Return the template for the repository at `remote`, or raise `UsageError`."""
    found = _REMOTE.match(remote or "")
    host = found["host"].lower() if found else ""
    for word, form in _FORMS.items():
        if found and word in host:
            return f"https://{host}/{uri(found['path'])}/{form}"
    message = "nobody knows how the server of “origin” addresses a line"
    hint = 'set commit-url = "https://…/{commit}/{path}#L{line}"'
    raise UsageError(message if remote else "there is no remote “origin”", hint=hint)
