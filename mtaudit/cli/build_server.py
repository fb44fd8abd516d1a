"""What the build server that runs us says of itself, in the environment."""

from collections.abc import Mapping

SUMMARY_BYTES = 1024 * 1024
"""GitHub refuses the summary of a step that is longer."""


def run_address(environment: Mapping[str, str]) -> str | None:
    """Return where the run is shown with what it left behind; None elsewhere."""
    project = _project(environment)
    run = environment.get("GITHUB_RUN_ID")
    if project and run:
        return f"{project}/actions/runs/{run}#artifacts"
    return environment.get("CI_JOB_URL")


def line_address(environment: Mapping[str, str]) -> str | None:
    """Return `Report.link` of the commit that is built; None elsewhere."""
    project = _project(environment)
    commit = environment.get("GITHUB_SHA")
    if not project or not commit:
        return None
    return f"{project}/blob/{commit}/{{path}}#L{{line}}"


def _project(environment: Mapping[str, str]) -> str | None:
    server, name = (
        environment.get(f"GITHUB_{each}") for each in ("SERVER_URL", "REPOSITORY")
    )
    return f"{server}/{name}" if server and name else None
