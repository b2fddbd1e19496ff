"""What rendered pages say at the head of an operation, and nowhere else."""

from __future__ import annotations

import pytest
from lxml import html

from driftgate.contract import Facts
from driftgate.extract.rendered.withdrawn import withdrawal_near


def near(inside: str) -> Facts:
    return withdrawal_near(html.fragment_fromstring(inside, create_parent="section").iter())


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param("", id="nothing"),
        pytest.param("<h1>List deprecated ships</h1><p>Lists them.</p>", id="a-word-of-the-title"),
        pytest.param("<h1>Launch</h1><script>deprecated</script>", id="a-script"),
        pytest.param("<h1>Launch</h1><h2>Query parameters</h2><b>mast</b><span>Deprecated</span>", id="a-field"),
        pytest.param("<h1>Launch</h1><table><tr><td>Deprecated</td></tr></table>", id="a-cell"),
        pytest.param(f"<h1>Launch</h1>{'<i>x</i>' * 150}<span>Deprecated</span>", id="far-below"),
    ],
)
def test_what_is_said_of_something_else_states_nothing(inside: str) -> None:
    assert near(inside) == {}


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param("<h1>Launch</h1><span>deprecated</span>", id="a-badge"),
        pytest.param("<h1>Launch a ship <span>Deprecated</span></h1>", id="a-badge-in-the-title"),
        pytest.param("<div>Deprecated</div><h1>Launch</h1>", id="a-badge-above-the-title"),
        pytest.param("<h1>Launch</h1><p>This endpoint has been <b>deprecated</b>.</p>", id="a-sentence"),
    ],
)
def test_a_badge_or_a_sentence_at_the_head_is_a_fact(inside: str) -> None:
    assert near(inside) == {"deprecated": True}
