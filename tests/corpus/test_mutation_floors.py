"""The gate is a measured result: of changes planted in the shared corpus, few may be missed. Skips where the corpus is absent."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "mutations.py"
#: Mutations a page: a sample that takes half a minute.
FEW = 2


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("mutation_benchmark", BENCHMARK)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.usefixtures("shared")
@pytest.mark.timeout(300)
def test_planted_changes_are_caught_at_the_right_field_and_harmless_ones_not_cried_about(benchmark: ModuleType) -> None:
    groups, untrusted = benchmark.measured(benchmark.shared(), FEW)
    assert benchmark.below(groups) == []
    assert len(untrusted) <= 4, untrusted
    assert sum(attempt.mutation.harmful for pairs in groups.values() for _, attempt in pairs) > 600
