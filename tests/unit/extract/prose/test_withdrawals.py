"""The words by which a page says that an operation is deprecated."""

from __future__ import annotations

import pytest

from driftgate.extract.prose.withdrawals import is_badge, may_say_so, says_so, withdrawal


@pytest.mark.parametrize(
    "text",
    [
        "Deprecated parameters are ignored.",
        "Use the deprecated endpoint at your own risk.",
        "The ship has been retired.",
        "This endpoint will be deprecated one day.",
        "Undeprecated.",
        "This endpoint lists what is no longer supported.",
    ],
)
def test_a_sentence_about_something_else_says_nothing(text: str) -> None:
    assert not says_so(text)


@pytest.mark.parametrize(("title", "said"), [("List deprecated", False), ("Deprecated", True), ("Launch (now deprecated)", True)])
def test_of_a_title_only_its_marks_count(title: str, said: bool) -> None:
    assert says_so(title, is_title=True) is said


@pytest.mark.parametrize("text", ["⚠️ Deprecated", "[deprecated]", "非推奨", "VERALTET!"])
def test_a_mark_is_the_word_and_nothing_else(text: str) -> None:
    assert is_badge(text)
    assert not is_badge(f"{text} since 2")


def test_a_page_without_any_of_the_words_is_not_looked_at() -> None:
    assert not may_say_so("<p>Launches a ship.</p>")
    assert may_say_so("<b>Deprecated</b>")
    assert may_say_so("此接口已废弃")


def test_the_day_is_taken_from_any_of_the_texts() -> None:
    assert withdrawal(["Deprecated", "It will be shut down completely on March 3rd, 2027."]) == {
        "deprecated": True,
        "sunset": "March 3rd, 2027",
    }
    assert withdrawal(["Deprecated since 2020-01-01."]) == {"deprecated": True}
