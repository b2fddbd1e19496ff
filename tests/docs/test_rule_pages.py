"""Each rule's page is its documentation and its test: the example fires exactly that rule, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import partial

import pytest

from driftgate.contract import Contract
from driftgate.diff.changes import Change, DocsContradict, PageGone, PageMoved
from driftgate.diff.clients import conflicts
from driftgate.diff.conflicts import Conflict
from driftgate.diff.contracts import changes
from driftgate.diff.documents import document_changes
from driftgate.rules import RULES
from driftgate.rules.explain import HEADINGS, advice, explain, rule_ids, why
from driftgate.rules.judge import judge
from mirrors import MIRRORS, WITHOUT_MIRROR
from rule_examples import documented, example, recorded

IDS = [rule.id for rule in RULES]


def documents(data: Mapping[str, object]) -> tuple[Contract, ...]:
    return () if "operations" in data else (documented(data),)


def compare(before: Mapping[str, object], after: Mapping[str, object]) -> tuple[Change, ...]:
    """What an example's two blocks differ in, whatever they are about: a page, a contradiction, contracts or documents."""
    if "page" in after:
        return page_changes(after)
    if "used" in after:
        key, fact, used, other = (str(after[name]) for name in ("field", "fact", "used", "other"))
        return (DocsContradict(key, fact, used, other),) if used != other else ()
    if "operations" in before or "operations" in after:
        return tuple(change for _, found in document_changes(documents(before), documents(after)) for change in found)
    return changes(documented(before), documented(after))


def page_changes(page: Mapping[str, object]) -> tuple[Change, ...]:
    role, asked = str(page["page"]), str(page["asked"])
    if "gone" in page:
        return (PageGone(role, asked, str(page["gone"])),)
    reached = str(page["reached"])
    return (PageMoved(role, asked, reached),) if reached != asked else ()


def fired(found: Iterable[Change | Conflict]) -> list[str]:
    return [drift.rule for drift in judge(found, operation="POST /v1/orders")]


def test_every_rule_has_a_page_and_every_page_a_rule() -> None:
    assert set(rule_ids()) == set(IDS)


def test_no_two_rules_share_an_id() -> None:
    assert len(set(IDS)) == len(IDS)


@pytest.mark.parametrize("rule_id", IDS)
def test_a_page_has_the_fixed_headings_in_order(rule_id: str) -> None:
    page = explain(rule_id)
    assert re.findall(r"^## (.+)$", page, re.MULTILINE) == list(HEADINGS)
    assert page.startswith(f"# {rule_id}\n")


@pytest.mark.parametrize("rule_id", IDS)
def test_reason_and_advice_are_one_line_sentences(rule_id: str) -> None:
    for text in (why(rule_id), advice(rule_id)):
        assert re.fullmatch(r"[A-Z][^\n]{20,}\.", text)


@pytest.mark.parametrize("rule_id", IDS)
def test_the_example_fires_exactly_its_rule_and_sameness_fires_none(rule_id: str) -> None:
    blocks = example(rule_id)
    if "Documented" in blocks:
        judged = partial(conflicts, documented(blocks["Documented"]))
        assert fired(judged(recorded(blocks["Client before"]))) == []
        assert fired(judged(recorded(blocks["Client after"]))) == [rule_id]
    else:
        assert fired(compare(blocks["Before"], blocks["Before"])) == []
        assert fired(compare(blocks["Before"], blocks["After"])) == [rule_id]


@pytest.mark.parametrize("rule_id", IDS)
def test_the_reversed_example_fires_the_mirror(rule_id: str) -> None:
    if rule_id in WITHOUT_MIRROR:
        assert rule_id not in MIRRORS
        return
    blocks = example(rule_id)
    assert fired(compare(blocks["After"], blocks["Before"])) == [MIRRORS[rule_id]]


def test_mirrors_are_told_of_every_rule_and_of_no_other() -> None:
    assert MIRRORS.keys() | WITHOUT_MIRROR.keys() == set(IDS)
    assert set(MIRRORS.values()) <= set(IDS)
    assert all(reason.endswith(".") for reason in WITHOUT_MIRROR.values())
