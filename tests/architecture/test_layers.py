"""The layers of ARCHITECTURE.md, enforced: imports point down, and neighbours on one floor do not know each other."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "driftgate"

#: Top floor first. Packages on one floor do not import each other.
FLOORS = (
    ("__main__",),
    ("cli",),
    ("demo",),
    ("adapters", "pipeline"),
    ("ports",),
    ("config", "report"),
    ("smoke", "record", "prove"),
    ("gate", "snapshot"),
    ("rules",),
    ("diff",),
    ("extract",),
    ("contract",),
    ("errors",),
)
FLOOR_OF = {name: number for number, names in enumerate(FLOORS) for name in names}


def imports_of(path: Path) -> set[str]:
    """The driftgate packages that a module imports at run time or for types."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import hides its layer"
            names = [node.module or ""]
            if node.module == "driftgate":
                names = [f"driftgate.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        found |= {name.split(".")[1] for name in names if name.startswith("driftgate.")}
    return found - {"__version__"}


def package_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


MODULES = [path for path in sorted(SOURCE.rglob("*.py")) if path.relative_to(SOURCE).parts != ("__init__.py",)]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_point_down(path: Path) -> None:
    here = package_of(path)
    assert here in FLOOR_OF, f"{here} stands on no floor: place it in FLOORS and in ARCHITECTURE.md"
    for other in imports_of(path) - {here}:
        assert FLOOR_OF[other] > FLOOR_OF[here], f"{path.relative_to(SOURCE)} imports {other}, which is not below {here}"
