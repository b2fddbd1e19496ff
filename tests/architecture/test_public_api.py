"""The public names: exposed, in one place only, lazily, documented, and the documented example runs."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import driftgate

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "library.md"


def test_the_table_and_all_name_the_same() -> None:
    assert sorted(driftgate.PUBLIC) == sorted(driftgate.__all__)


@pytest.mark.parametrize("name", driftgate.PUBLIC)
def test_a_public_name_is_what_its_module_defines_and_is_documented(name: str) -> None:
    found = getattr(driftgate, name)
    assert found is getattr(import_module(driftgate.PUBLIC[name]), name)
    assert re.search(rf"`[^`]*\b{name}\b", PAGE.read_text(encoding="utf-8"))


def test_another_name_is_refused() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = driftgate.nothing  # type: ignore[attr-defined]


def test_the_documented_example_prints_what_it_says() -> None:
    example = re.search(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert example is not None
    done = subprocess.run([sys.executable, "-c", example[1]], capture_output=True, text=True, check=False)
    said = re.search(r"print\(.*?\)  # (.*)", example[1])
    assert said is not None
    assert (done.stdout.strip(), done.stderr) == (said[1], "")
