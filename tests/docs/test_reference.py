"""What is written down is what the program says."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from driftgate.cli import COMMANDS
from driftgate.cli.options import FORMATS
from driftgate.errors import ExitCode
from driftgate.report.formats import Format

ROOT = Path(__file__).parents[2]


def module(name: str) -> ModuleType:
    """A script beside this file."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec is not None
    assert spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


reference = module("reference")


@pytest.mark.parametrize("name", reference.PAGES)
def test_a_reference_page_is_as_the_program_makes_it(name: str) -> None:
    made = reference.PAGES[name]()
    written = (reference.REFERENCE / name).read_text(encoding="utf-8")
    assert written == made, "run python tests/docs/reference.py"


def test_the_readme_names_every_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name, _, _ in COMMANDS if f"`{name}`" not in readme] == []


def test_the_readme_s_exit_codes_are_the_program_s() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    codes = {int(code) for code in re.findall(r"^\| (\d+) \|", readme, re.MULTILINE)}
    assert codes == {int(code) for code in ExitCode}


def test_every_format_can_be_asked_for() -> None:
    assert set(FORMATS) == {str(wanted) for wanted in Format}


@pytest.mark.parametrize(
    "page", sorted(path.relative_to(ROOT) for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]), ids=str
)
def test_every_link_leads_somewhere(page: Path) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#\s]+)", re.sub(r"```.*?```", "", text, flags=re.DOTALL))
    assert [link for link in links if not (ROOT / page).parent.joinpath(link).exists()] == []


def test_the_scores_on_the_reading_page_are_the_pinned_ones() -> None:
    made = module("reading_page")
    text = made.PAGE.read_text(encoding="utf-8")
    assert made.with_scores(text) == text, "run python tests/docs/reading_page.py"


def test_the_architecture_page_stays_short() -> None:
    lines = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 60


def test_the_readme_stays_short() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 120
