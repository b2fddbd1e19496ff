"""Reading is a measured result: on the shared corpus no score may fall below its floor. Skips where the corpus is absent."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

BENCHMARK = "reading"


@pytest.mark.usefixtures("shared")
@pytest.mark.timeout(300)
@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")  # the corpus' own scorers leave their files open
def test_no_score_falls_below_its_floor(benchmark: ModuleType) -> None:
    assert benchmark.below(benchmark.measured(), benchmark.floors()) == []


@pytest.mark.usefixtures("shared")
def test_no_field_is_read_from_the_empty_shell_of_a_client_rendered_page(benchmark: ModuleType) -> None:
    found = list(benchmark.shells(benchmark.shared() / "rendered"))
    assert len(found) == 15
    assert [name for name, fields in found if fields] == []


def test_a_floor_is_not_lowered_without_being_told(
    benchmark: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(benchmark, "FLOORS", tmp_path / "floors.json")
    assert benchmark.update({"redoc": {"f1": 0.9}}, allow_regression=False) == 0
    assert benchmark.update({"redoc": {"f1": 0.8}}, allow_regression=False) == 1
    assert benchmark.floors() == {"redoc": {"f1": 0.9}}
    assert benchmark.update({"redoc": {"f1": 0.8}}, allow_regression=True) == 0
    assert benchmark.floors() == {"redoc": {"f1": 0.8}}
