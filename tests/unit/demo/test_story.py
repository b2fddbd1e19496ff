"""The demo plays to its end, and says so only then."""

from __future__ import annotations

import pytest

from driftgate.demo.servers import World
from driftgate.demo.story import DemoFailed, Stage, play, requests_are


def test_the_demo_goes_as_told() -> None:
    told: list[str] = []
    play(told.append)
    text = "\n".join(told)
    assert told[-1].endswith("The demo went as told.")
    assert text.count("The API's own counter: 2 requests.") == 2
    assert "request-field-became-required" in text
    assert "response-optional-field-removed" in text
    assert "2 drifts (1 breaking, 1 info)" in text


def test_the_demo_fails_when_the_api_counted_otherwise(tmp_path: pytest.TempPathFactory) -> None:
    with pytest.raises(DemoFailed, match="the API counted 3 requests"):
        requests_are(Stage(tmp_path, {}, lambda line: None), World(key="k", requests=3), 2)  # type: ignore[arg-type]
