"""Help and the schema come quickly: what they do not need is not imported."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = (
    "bs4",
    "certifi",
    "deepdiff",
    "filelock",
    "h11",
    "httpcore",
    "httpx",
    "jinja2",
    "jsonschema",
    "lxml",
    "markdown_it",
    "playwright",
    "protego",
    "ssl",
)

REPORT = """
import sys
sys.argv = ["driftgate", *{arguments!r}]
try:
    from driftgate.cli import main
    main()
finally:
    print("\\n" + " ".join(sorted(name for name in {heavy!r} if name in sys.modules)), file=sys.stderr)
"""


def imported(arguments: list[str], heavy: tuple[str, ...]) -> tuple[int, list[str]]:
    """The exit code of a command in a process of its own, and which of these modules it imported."""
    script = REPORT.format(arguments=arguments, heavy=heavy)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    return done.returncode, done.stderr.splitlines()[-1].split()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["config", "--schema"],
        ["check", "--help"],
        ["approve", "--help"],
        ["extract", "--help"],
        ["rules"],
    ],
    ids=" ".join,
)
def test_a_command_without_a_page_imports_nothing_that_reads_or_fetches_pages(arguments: list[str]) -> None:
    assert imported(arguments, HEAVY) == (0, [])


def test_help_reads_no_yaml_and_knows_no_contract() -> None:
    assert imported(["--help"], ("yaml", "driftgate.contract", "driftgate.rules", "driftgate.report", "driftgate.config")) == (
        0,
        [],
    )


def test_the_test_would_notice() -> None:
    assert imported(["--help"], ("click",)) == (0, ["click"])
