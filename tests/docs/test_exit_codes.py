"""The exit codes in the documentation are those of the program."""

from __future__ import annotations

import re
from pathlib import Path

from driftgate.errors import PRECEDENCE, ExitCode
from driftgate.report.formats import Format
from driftgate.smoke.log import KEYS

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


def test_the_table_of_exit_codes_is_the_enumeration() -> None:
    rows = re.findall(r"^\| (\d+) \| `(\w+)` \|", (REFERENCE / "exit-codes.md").read_text("utf-8"), re.MULTILINE)
    assert [(int(code), name) for code, name in rows] == [(int(code), code.name) for code in ExitCode]


def test_the_documented_precedence_is_the_programs() -> None:
    (order,) = re.findall(r"is returned: ([\d, ]+)\.", (REFERENCE / "exit-codes.md").read_text("utf-8"))
    assert [int(code) for code in order.split(", ")] == [int(code) for code in PRECEDENCE]


def test_the_documented_keys_of_the_smoke_log_are_those_written() -> None:
    text = (REFERENCE / "smoke-log.md").read_text("utf-8")
    assert tuple(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)) == KEYS


def test_the_documented_formats_are_those_that_exist() -> None:
    text = (REFERENCE / "report-format.md").read_text("utf-8")
    table = text.split("## JSON")[0]
    assert re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE) == [str(each) for each in Format]
