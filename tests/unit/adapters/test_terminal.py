"""The terminal gets results and progress apart, colours only where they show, and never a credential."""

from __future__ import annotations

import io

import pytest

from driftgate.adapters.terminal import Terminal, checked
from driftgate.errors import SafetyStop
from driftgate.report.style import coloured, plain
from driftgate.smoke.credential import Secret

KEY = "sk-Qw3rTyU9i0pAsDfGh7JkLzXcVbNm12"


class Tty(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_results_go_out_and_progress_aside() -> None:
    out, err = io.StringIO(), io.StringIO()
    terminal = Terminal(out, err, {})
    terminal.progress("fetching a\x1bb\n::error::c")
    terminal.result("clean\n")
    assert (out.getvalue(), err.getvalue()) == ("clean\n", "fetching a\\u{1b}b ::error::c\n")


def test_quiet_drops_progress_and_keeps_errors() -> None:
    err = io.StringIO()
    terminal = Terminal(io.StringIO(), err, {}, quiet=True)
    terminal.progress("fetching")
    terminal.error("what\n  next:  do\x07 that")
    assert err.getvalue() == "what\n  next:  do\\u{7} that\n"


@pytest.mark.parametrize(
    ("out", "environment", "style"),
    [
        (Tty(), {}, coloured),
        (Tty(), {"NO_COLOR": "1"}, plain),
        (Tty(), {"NO_COLOR": ""}, coloured),
        (Tty(), {"TERM": "dumb"}, plain),
        (io.StringIO(), {}, plain),
    ],
)
def test_colours_only_on_a_terminal_that_wants_them(out: io.StringIO, environment: dict[str, str], style: object) -> None:
    assert Terminal(out, io.StringIO(), environment).style is style


def test_a_pipe_is_80_columns_wide() -> None:
    assert Terminal(io.StringIO(), io.StringIO(), {}).width == 80


@pytest.mark.parametrize("leak", [KEY, KEY[::-1], KEY[8:16], "".join(f"&#{ord(char)};" for char in KEY)])
def test_an_output_that_holds_the_credential_is_not_written_at_all(leak: str) -> None:
    out, err = io.StringIO(), io.StringIO()
    terminal = Terminal(out, err, {}, lambda: (Secret(KEY),))
    for write in (terminal.result, terminal.progress, terminal.error):
        with pytest.raises(SafetyStop) as raised:
            write(f"{'x' * 8190}{leak}{'y' * 100}")
        assert KEY[8:16] not in str(raised.value)
    assert (out.getvalue(), err.getvalue()) == ("", "")


def test_a_harmless_text_passes_the_check_as_it_is() -> None:
    assert checked("a\nb", (Secret(KEY),)) == "a\nb"
