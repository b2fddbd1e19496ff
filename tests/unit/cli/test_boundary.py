"""A message on a terminal is folded at its width; in a log it keeps its lines."""

from __future__ import annotations

import io
import sys

import click
import pytest

from driftgate.cli.boundary import run
from driftgate.errors import ConfigError


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@click.command()
def failing() -> None:
    raise ConfigError(
        "the mapping is empty",
        where="a/very/long/path/that/is/never/broken/config.yaml:1",
        why="words that go on for longer than fifty columns of a small screen",
        advice="add this:\n      notes:\n        reference: https://docs.acme.test/notes",
    )


def said(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setenv("COLUMNS", "50")
    monkeypatch.setattr(sys, "stderr", stream)
    with pytest.raises(SystemExit):
        run(failing, [])
    return stream.getvalue().splitlines()


def test_a_log_keeps_the_lines_of_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(io.StringIO(), monkeypatch)[2] == "  why:   words that go on for longer than fifty columns of a small screen"


def test_a_terminal_shows_whole_words_and_paths_below_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(Terminal(), monkeypatch) == [
        "driftgate: the mapping is empty",
        "  where:",
        "         a/very/long/path/that/is/never/broken/config.yaml:1",
        "  why:   words that go on for longer than fifty",
        "         columns of a small screen",
        "  next:  add this:",
        "      notes:",
        "        reference: https://docs.acme.test/notes",
    ]
