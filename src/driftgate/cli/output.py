"""Delivers a finished report: rendered whole, searched for credentials, then written once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from driftgate.adapters.terminal import Terminal, checked
from driftgate.report.formats import Format, render

if TYPE_CHECKING:
    from driftgate.report.run import Run


def deliver(terminal: Terminal, run: Run, format_name: str, output: str) -> None:
    """Renders a run and writes it. Raises SafetyStop if it would hold a credential, StorageError if it cannot be written."""
    wanted = Format(format_name)
    if output == "-":
        terminal.result(render(run, wanted, terminal.style, terminal.width))
    else:
        write(terminal, render(run, wanted), output)


def write(terminal: Terminal, text: str, output: str) -> None:
    """Writes a finished text to standard output (``-``) or to a file, in one piece."""
    if output == "-":
        terminal.result(text)
        return
    from driftgate.adapters.files import write_atomic

    path = Path(output).absolute()
    write_atomic(path, checked(text, terminal.taken), root=path.parent)
    terminal.progress(f"written: {output}")
