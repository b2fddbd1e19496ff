"""Finding fenced blocks."""

from __future__ import annotations

import time

import pytest

from driftgate.extract.openapi.fences import Fenced, fenced_blocks


@pytest.mark.parametrize(
    "markdown",
    ["", "text", "``` a `b` ```\n", "a ```yaml\n", "`` x\n``\n", "    " * 4 + "```\n"],
)
def test_no_block(markdown: str) -> None:
    assert list(fenced_blocks(markdown)) == []


@pytest.mark.parametrize(
    ("markdown", "block"),
    [
        pytest.param("x\n```yaml a b\n1\n```\ny", Fenced("yaml a b", "1\n", 3, True), id="plain"),
        pytest.param("````\n```\n1\n```\n````\n", Fenced("", "```\n1\n```\n", 2, True), id="longer-fence"),
        pytest.param("~~~json\n```\n~~~~\n", Fenced("json", "```\n", 2, True), id="tildes"),
        pytest.param(
            "```yaml\na: |\n      ```\n      x\n      ```\n```\n",
            Fenced("yaml", "a: |\n      ```\n      x\n      ```\n", 2, True),
            id="deeper-fences-are-text",
        ),
        pytest.param(
            "  - x\n    ```yaml\n    a: 1\n\n      b: 2\n    ```\n", Fenced("yaml", "a: 1\n\n  b: 2\n", 3, True), id="indented"
        ),
        pytest.param("```yaml\n1\n", Fenced("yaml", "1\n", 2, False), id="never-closed"),
        pytest.param(
            "```yaml\n1\n``` yaml\n2\n```", Fenced("yaml", "1\n``` yaml\n2\n", 2, True), id="an-info-string-closes-nothing"
        ),
    ],
)
def test_one_block(markdown: str, block: Fenced) -> None:
    assert list(fenced_blocks(markdown)) == [block]


def test_several_blocks() -> None:
    assert [block.text for block in fenced_blocks("```\n1\n```\n```\n2\n```\n")] == ["1\n", "2\n"]


def test_a_page_of_openings_takes_linear_time() -> None:
    started = time.process_time()
    list(fenced_blocks("```a\n" * 200_000))
    assert time.process_time() - started < 3
