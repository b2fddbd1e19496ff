"""Every format: has a renderer, says the verdict, claims nothing more, and stays harmless whatever a page says."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from referencing import Registry

import runs
from driftgate.gate.verdict import Decision, Verdict
from driftgate.report import json as json_report
from driftgate.report.formats import RENDERERS, Format, render
from driftgate.report.run import Run
from driftgate.report.style import coloured
from driftgate.smoke.model import CaseResult, Outcome

TEMPLATES = sorted((Path(__file__).parents[3] / "src" / "driftgate" / "report").glob("*.*"))
HOSTILE = (
    'a\x00\x1b]8;;http://evil\x07\n::error::x ##[error]y </script>"><img src=x onerror=1> ![i](http://e/p) @org/team #1 ]]>'
    " {{ 7*7 }} \u202e|"
)
EVERY_RUN = [runs.drifted(), runs.clean(), runs.unverified(), runs.smoke_failed(), runs.run_of()]


def test_every_format_has_a_renderer_and_nothing_else_has() -> None:
    assert list(RENDERERS) == list(Format)
    assert all(callable(import_module(module).render) for module in RENDERERS.values())


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_has_a_word_for_what_a_smoke_run_does_not_show(path: Path) -> None:
    words = re.findall(
        r"\b(?:price|pricing|quota|latency|available|availability|uptime|billing|throughput)\b", path.read_text("utf-8"), re.I
    )
    assert words == []


@pytest.mark.parametrize("wanted", Format)
@pytest.mark.parametrize("run", EVERY_RUN, ids=["drift", "clean", "unverified", "smoke failed", "no target"])
def test_every_run_renders_without_a_command_or_a_hidden_character(run: Run, wanted: Format) -> None:
    _assert_harmless(render(run, wanted))


@pytest.mark.parametrize("wanted", Format)
def test_hostile_text_stays_text(wanted: Format) -> None:
    _assert_harmless(render(runs.hostile(HOSTILE), wanted))


@settings(max_examples=25, deadline=None)
@given(text=st.text(alphabet=st.characters(), max_size=40), wanted=st.sampled_from(Format))
def test_any_text_stays_harmless_in_any_format(text: str, wanted: Format) -> None:
    _assert_harmless(render(runs.hostile(text), wanted))


def _assert_harmless(text: str) -> None:
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ud800-\udfff]", text)
    assert not re.search(r"(?m)^[^\S\n]*::|##\w{0,20}\[", text)


class TestText:
    def test_says_what_where_why_whom_it_touches_and_what_next_worst_first(self) -> None:
        assert render(runs.drifted(), Format.TEXT) == TEXT

    @pytest.mark.parametrize("width", [40, 80])
    def test_keeps_to_its_width(self, width: int) -> None:
        words = "a sentence of some words " * 20
        drift = replace(runs.BECAME_REQUIRED, message=words, why=words, advice="x" * 300, before=words, source=None)
        decision = Decision(verdict=Verdict.DRIFT, blocking=(drift,), reasons=(words,), notices=(words,))
        case = CaseResult(case="happy_path", outcome=Outcome.FAILED, reason=words)
        text = render(runs.run_of(runs.target(decision=decision, smoke=(case,))), Format.TEXT, width=width)
        whole = ("request-field-became-required", "https://")  # a name and a link are not broken
        assert [line for line in text.splitlines() if len(line) > width and not any(each in line for each in whole)] == []

    def test_never_breaks_what_is_copied(self) -> None:
        url = "https://docs.example.com/" + "a-long-path/" * 20
        digest = "9" * 64
        text = render(
            runs.run_of(runs.target(decision=Decision(verdict=Verdict.UNREVIEWED), reference=url, pending_digest=digest)),
            Format.TEXT,
        )
        assert f"  docs        {url}\n" in text
        assert f'    driftgate approve acme/chat --digest {digest[:12]} --note "why"\n' in text

    def test_colours_change_no_word(self) -> None:
        text = render(runs.drifted(), Format.TEXT, coloured)
        assert "\x1b[" in text
        assert re.sub(r"\x1b\[[0-9;]*m", "", text) == TEXT

    def test_claims_little_and_only_after_a_passed_smoke_case(self) -> None:
        assert "It shows nothing else." in " ".join(render(runs.clean(), Format.TEXT).split())
        assert "It shows nothing else." not in " ".join(render(runs.smoke_failed(), Format.TEXT).split())

    def test_a_failed_smoke_case_asks_to_pause_and_says_where_to_turn_to(self) -> None:
        text = render(runs.smoke_failed(), Format.TEXT)
        assert "Pause the rollout" in text
        assert "https://help.example.com/" in text

    def test_several_outcomes_are_counted_in_the_first_line(self) -> None:
        run = runs.run_of(*runs.drifted().targets, *runs.clean().targets, *runs.unverified().targets)
        first = render(run, Format.TEXT).splitlines()[0]
        assert first == "drift: 1 of 3 targets; 2 drifts (1 breaking, 1 info); 1 clean; 1 unverified"


class TestJson:
    @pytest.mark.parametrize("run", [*EVERY_RUN, runs.hostile("x")])
    def test_satisfies_the_shipped_schema(self, run: Run) -> None:
        schema = json.loads(json_report.schema())
        validator = jsonschema.Draft202012Validator(schema, registry=Registry())
        validator.check_schema(schema)
        errors = [error.message for error in validator.iter_errors(json.loads(render(run, Format.JSON)))]
        assert [error for error in errors if "'x'" not in error] == []

    def test_holds_drifts_worst_first_with_their_standing(self) -> None:
        drifts = json.loads(render(runs.drifted(), Format.JSON))["targets"][0]["drifts"]
        assert [(drift["severity"], drift["standing"], drift["fingerprint"]) for drift in drifts] == [
            ("breaking", "blocking", "0123456789ab"),
            ("info", "blocking", "ba9876543210"),
        ]

    @pytest.mark.parametrize("outcome", Outcome)
    def test_every_smoke_outcome_has_a_stable_name(self, outcome: Outcome) -> None:
        run = runs.run_of(runs.target(smoke=(CaseResult(case="happy_path", outcome=outcome, reason="r"),)))
        assert json.loads(render(run, Format.JSON))["targets"][0]["smoke"][0]["outcome"] == outcome.name.lower()

    def test_is_ascii(self) -> None:
        assert render(runs.hostile("dés \u202e 数"), Format.JSON).isascii()


class TestMarkdown:
    def test_5000_drifts_fit_and_the_first_line_has_verdict_and_totals(self) -> None:
        many = tuple(replace(runs.BECAME_REQUIRED, subject=f"body:f{n}", message="m" * 900) for n in range(5000))
        run = runs.run_of(runs.target(decision=Decision(verdict=Verdict.DRIFT, blocking=many)))
        text = render(run, Format.MARKDOWN)
        assert len(text) <= 60_000
        assert text.splitlines()[0] == "## driftgate: drift: 1 of 1 target; 5,000 drifts (5,000 breaking)"
        shown = text.count("#### breaking")
        assert 0 < shown < 5000
        assert f"**{5000 - shown + 1:,} more parts left out here" in text

    def test_5000_targets_fit(self) -> None:
        run = runs.run_of(*(runs.drifted().targets * 5000))
        assert len(render(run, Format.MARKDOWN)) <= 60_000

    def test_hostile_text_makes_no_element_but_ours(self) -> None:
        rendered = MarkdownIt("commonmark", {"html": True}).enable("table").render(render(runs.hostile(HOSTILE), Format.MARKDOWN))
        elements = set(re.findall(r"<([a-z0-9]+)", rendered))
        assert elements == {
            "h2",
            "h3",
            "h4",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "ul",
            "li",
            "p",
            "strong",
            "code",
            "sub",
        }


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[str, ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple(name for name, _ in attrs)))


class TestHtml:
    def test_hostile_text_makes_no_element_attribute_or_link(self) -> None:
        hostile, plain = _Elements(), _Elements()
        hostile.feed(render(runs.hostile(HOSTILE), Format.HTML))
        plain.feed(render(runs.hostile("x"), Format.HTML))
        assert hostile.found == plain.found
        assert {tag for tag, _ in hostile.found}.isdisjoint({"a", "img", "script", "link", "iframe", "form"})

    def test_loads_and_runs_nothing(self) -> None:
        page = render(runs.drifted(), Format.HTML)
        assert "default-src 'none'; style-src 'unsafe-inline'" in page
        assert "<script" not in page
        assert "url(" not in page

    def test_shows_each_drift_worst_first(self) -> None:
        page = render(runs.drifted(), Format.HTML)
        assert 0 < page.index("body:user became required") < page.index("200:usage is new")


class TestJunit:
    def test_drift_is_a_failure_and_skipped_smoke_is_skipped(self) -> None:
        root = ET.fromstring(render(runs.drifted(), Format.JUNIT))
        assert root.attrib == {"name": "driftgate", "tests": "2", "failures": "1", "errors": "0", "skipped": "1"}

    def test_could_not_look_is_an_error_with_its_reason(self) -> None:
        root = ET.fromstring(render(runs.unverified(), Format.JUNIT))
        assert [error.get("message") for error in root.iter("error")] == ["the page is a login form"]

    def test_hostile_text_can_be_read_back(self) -> None:
        root = ET.fromstring(render(runs.hostile(HOSTILE), Format.JUNIT))
        assert len(list(root.iter("testcase"))) == 3


class TestSarif:
    def test_30000_drifts_are_cut_to_5000_and_counted(self) -> None:
        many = tuple(replace(runs.BECAME_REQUIRED, message="m" * 300) for _ in range(30_000))
        text = render(runs.run_of(runs.target(decision=Decision(verdict=Verdict.DRIFT, blocking=many))), Format.SARIF)
        (run,) = json.loads(text)["runs"]
        assert len(text) < 10_000_000
        assert (len(run["results"]), run["properties"]["truncated"]) == (5000, 25_000)
        assert "30,000 drifts" in run["properties"]["headline"]

    def test_unverified_is_no_empty_success(self) -> None:
        (run,) = json.loads(render(runs.unverified(), Format.SARIF))["runs"]
        (invocation,) = run["invocations"]
        assert invocation["executionSuccessful"] is False
        assert [note["message"]["text"] for note in invocation["toolExecutionNotifications"]] == [
            "acme/chat: unverified: the page is a login form"
        ]

    def test_places_are_relative_and_hold_no_page_text(self) -> None:
        (run,) = json.loads(render(runs.drifted(), Format.SARIF))["runs"]
        uris = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]}
        assert uris == {"snapshots/acme/chat.yaml"}


TEXT = """\
drift: 1 of 1 target; 2 drifts (1 breaking, 1 info)
driftgate 0.1.0, local, 2026-11-22T10:00:00Z

acme/chat  POST /v1/chat
  verdict     drift: the documentation moved or differs from the client; the
              gate is closed and nothing was sent
  read        mintlify, 42 of 43 rows read, 40 fields, 1 gap
  compared    40 fields with the snapshot reviewed 2026-11-01T10:00:00Z

  BREAKING  request-field-became-required  0123456789ab
    what        The request field body:user became required.
    where       https://docs.example.com/chat line 12
                "user string required: who asks"
    before      required: false
    after       required: true
    why         Requests without it will be refused.
    touches     what the client sends
    next        Send user, then approve.

  INFO  response-field-added  ba9876543210
    what        The response field 200:usage is new.
    before      required: false
    after       required: true
    why         Requests without it will be refused.
    touches     nothing the client uses
    next        Send user, then approve.

  smoke       skipped: the gate is closed

  Pause the rollout of this client, compare it with the documentation, and
  escalate to the vendor if in doubt.
  Read each change above; approve only what was reviewed.
  docs        https://docs.example.com/chat
  docs home   https://docs.example.com/
  help center https://help.example.com/
  After review, approve exactly what this run saw:
    driftgate approve acme/chat --digest 9c1e0f --note "why"
"""
