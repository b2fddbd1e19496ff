"""Every module says its one job in its first line, has a name that says what it knows, and stands in no circle of imports."""

from __future__ import annotations

import ast
from collections.abc import Set as AbstractSet
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "driftgate"
MODULES = sorted(SOURCE.rglob("*.py"))
PACKAGES = sorted({path.parent for path in MODULES})

#: Words that say nothing of what a module knows.
EMPTY_WORDS = frozenset(
    ("util", "utils", "helper", "helpers", "common", "base", "misc", "manager", "handler", "service", "processor", "tools")
)
#: Longer than this, a module has more than one job.
MOST_LINES = 300


def name_of(path: Path) -> str:
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_opens_with_its_job_and_is_not_long(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    job = ast.get_docstring(ast.parse(text)) or ""
    assert job.partition("\n\n")[0].endswith((".", "?"))
    assert len(text.splitlines()) <= MOST_LINES


def test_no_name_is_an_empty_word() -> None:
    assert [path for path in MODULES if EMPTY_WORDS.intersection(path.stem.split("_"))] == []


def test_every_folder_of_modules_is_a_package() -> None:
    assert [folder for folder in PACKAGES if not (folder / "__init__.py").exists()] == []


def test_no_two_modules_import_each_other_even_by_way_of_others() -> None:
    names = {name_of(path): path for path in MODULES}
    below = {name: imported(path, names.keys()) - {name} for name, path in names.items()}
    assert set(TopologicalSorter(below).static_order()) == names.keys()


def imported(path: Path, names: AbstractSet[str]) -> set[str]:
    """The modules of driftgate that one imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            members = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= members & names or {str(node.module)} & names
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names} & names
    return found
