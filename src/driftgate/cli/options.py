"""Options that several commands share, spelled and explained once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

#: Output formats, by name; report/formats.py renders them. Kept here too so that ``--help`` imports no renderer; a test compares.
FORMATS = ("text", "json", "markdown", "html", "junit", "sarif")


def config_option(function: F) -> F:
    """``--config``: where config.yaml lies."""
    return click.option(
        "-c",
        "--config",
        "config_path",
        default="config.yaml",
        show_default=True,
        envvar="DRIFTGATE_CONFIG",
        metavar="FILE",
        help="The configuration file.",
    )(function)


def browser_option(function: F) -> F:
    """``--browser``: whether a page may be drawn before it is read."""
    return click.option(
        "--browser",
        is_flag=True,
        help="Let the system's Chromium draw the page where page and twins do not say enough; needs --operation.",
    )(function)


def output_options(function: F) -> F:
    """``--format`` and ``--output``: how the report looks and where it goes."""
    function = click.option(
        "-f",
        "--format",
        "format_name",
        type=click.Choice(FORMATS),
        default="text",
        show_default=True,
        help="Format of the report.",
    )(function)
    return click.option(
        "-o", "--output", default="-", show_default=True, metavar="FILE", help="Where the report goes; - is standard output."
    )(function)


def quiet_option(function: F) -> F:
    """``--quiet``: no progress on standard error."""
    return click.option("-q", "--quiet", is_flag=True, help="No progress on standard error.")(function)
