"""The pages of rules, by id."""

from __future__ import annotations

import pytest

from driftgate.errors import UsageError
from driftgate.rules.explain import advice, explain, why


def test_a_page_is_the_whole_markdown() -> None:
    assert explain("response-field-removed").startswith("# response-field-removed\n\n## Why it matters\n")


@pytest.mark.parametrize("rule_id", ["", "..", "../pages/response-field-removed", "Response-Field-Removed", "a/b", "x" * 5000])
def test_an_id_that_no_rule_has_is_refused(rule_id: str) -> None:
    with pytest.raises(UsageError, match="there is no rule"):
        explain(rule_id)


def test_a_misspelt_id_gets_a_near_match() -> None:
    with pytest.raises(UsageError) as refused:
        explain("response-field-remove")
    assert refused.value.advice == "did you mean 'response-field-removed'?"


def test_a_renamed_id_leads_to_its_new_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("driftgate.rules.explain.RENAMED_RULES", {"field-vanished": "response-field-removed"})
    assert explain("field-vanished") == explain("response-field-removed")


def test_why_is_one_sentence_and_advice_one_line() -> None:
    assert why("server-removed").count(". ") == 0
    assert "\n" not in advice("server-removed")
