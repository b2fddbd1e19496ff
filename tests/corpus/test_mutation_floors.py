"""The gate is a measured result: of changes planted in the shared corpus, few may be missed. Skips where the corpus is absent."""

from __future__ import annotations

from types import ModuleType

import pytest

BENCHMARK = "mutations"
#: Mutations a page: a sample that takes half a minute.
FEW = 2


@pytest.mark.usefixtures("shared")
@pytest.mark.timeout(300)
def test_planted_changes_are_caught_by_the_right_rule_and_field_and_harmless_ones_not_cried_about(benchmark: ModuleType) -> None:
    groups, untrusted = benchmark.measured(benchmark.shared(), FEW)
    assert benchmark.below(groups) == []
    assert len(untrusted) <= 4, untrusted
    assert sum(attempt.mutation.harmful for pairs in groups.values() for _, attempt in pairs) > 600
