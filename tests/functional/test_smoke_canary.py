"""A canary credential against an API that echoes it in every way: not one byte of it reaches any output."""

from __future__ import annotations

import base64
import contextlib
import html
import json
import logging
import secrets
import string
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

import pytest

import chat
import runs
from apis import LoopbackApi, answering, serving
from driftgate.adapters.api import HttpApi
from driftgate.adapters.credential import Credentials
from driftgate.adapters.terminal import Terminal, checked
from driftgate.errors import ExitCode, SafetyStop
from driftgate.report.formats import Format, render
from driftgate.smoke.model import CaseResult, Credential, Outcome
from driftgate.smoke.origin import pinned_origin
from driftgate.smoke.run import Occasion, run_smoke
from project import Project

CANARY = "sk-" + "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(45))
ACME = Credential(env="ACME_KEY")
NOW = datetime(2026, 11, 22, 10, 0, 0, tzinfo=UTC)

ENCODERS: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    str.lower,
    str.swapcase,
    lambda key: key[::-1],
    lambda key: key[:7] + "*****" + key[-4:],
    lambda key: key[:8],
    lambda key: key[-8:],
    lambda key: base64.b64encode(key.encode()).decode(),
    lambda key: base64.b64encode(b":" + key.encode()).decode(),
    lambda key: base64.b64encode(b"a:" + key.encode()).decode(),
    lambda key: base64.urlsafe_b64encode(key.encode()).decode(),
    lambda key: base64.b32encode(key.encode()).decode(),
    lambda key: base64.b85encode(key.encode()).decode(),
    lambda key: key.encode().hex(),
    lambda key: key.encode().hex().upper(),
    lambda key: key.encode().hex(":"),
    lambda key: quote(key, safe=""),
    lambda key: "".join(f"%{ord(char):02x}" for char in key),
    lambda key: "".join(f"%25{ord(char):02x}" for char in key),
    lambda key: json.dumps(key),
    lambda key: "".join(f"\\u{ord(char):04x}" for char in key),
    lambda key: html.escape(key),
    lambda key: "".join(f"&#{ord(char)};" for char in key),
    lambda key: "".join(f"&#x{ord(char):x};" for char in key),
    lambda key: " ".join(key),
    lambda key: " ".join(str(ord(char)) for char in key),
)
TRACES = frozenset(encode(CANARY) for encode in ENCODERS) | {CANARY[start : start + 8] for start in range(len(CANARY) - 7)}

ECHOES = [encode(CANARY) for encode in ENCODERS]


@contextlib.contextmanager
def echoing(status: str, media_type: str = "application/json") -> Iterator[LoopbackApi]:
    """Echoes the credential in keys and values of the body, in the status line and in header fields."""
    body = {
        "error": {
            "message": f"Incorrect API key provided: Bearer {CANARY}",
            "code": "invalid_request",
            **dict.fromkeys(ECHOES, 1),
        }
    }
    values = [f"X-Echo-{number}: {text}" for number, text in enumerate(ECHOES)]
    headers = [
        *values,
        f"X-{CANARY}: 1",
        f"Set-Cookie: key={CANARY}",
        f"WWW-Authenticate: Bearer {CANARY}",
        "X-Request-Id: req_8123",
    ]
    payload = json.dumps({**body, "echo": ECHOES, CANARY: CANARY}).encode()
    with serving(answering(payload, f"{status} {CANARY}", *headers, media_type=media_type)) as api:
        yield api


def smoke(base_url: str, log: Path) -> tuple[CaseResult, ...]:
    """Both cases, over the real adapter, with a log file."""
    environment = {"ACME_KEY": CANARY + "\n", "ACME_KEY_ORIGIN": base_url}
    credentials = Credentials(environment)
    secret = credentials.take(ACME, base_url)
    assert secret is not None
    api = HttpApi(ACME, secret, pinned_origin(ACME, base_url, environment), deadline=10)
    occasion = Occasion(
        target="acme/chat",
        contract=chat.CONTRACT,
        base_url=base_url,
        cases=(chat.HAPPY, chat.ERROR),
        reference=runs.DOCS,
        reviewed_at="2026-11-01T10:00:00Z",
        environment="local",
        random="a1b2c3",
        clients=(chat.CLIENT,),
        values=chat.VALUES,
    )

    def write(line: str) -> None:
        with log.open("a", encoding="utf-8") as file:
            file.write(checked(line, credentials.secrets) + "\n")

    results = run_smoke(occasion, send=api.send, now=lambda: NOW, intend=write, keep=write, secret=secret)
    run = runs.run_of(runs.target(smoke=results))
    for wanted in Format:
        (log.parent / f"report.{wanted}").write_text(checked(render(run, wanted), credentials.secrets), encoding="utf-8")
    print(render(run, Format.TEXT))
    return results


@pytest.mark.parametrize(
    "status", ["200 OK", "301 Moved", "400 Bad Request", "401 Unauthorized", "404 Not Found", "429 Slow", "500 Oops", "503 Down"]
)
@pytest.mark.parametrize(
    "media_type",
    ["application/json", "text/html", "text/event-stream", f"application/{CANARY}"],
    ids=["json", "html", "stream", "the canary itself"],
)
def test_an_echoing_api_gets_nothing_of_the_credential_into_any_output(
    status: str, media_type: str, tmp_path: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG), echoing(status, media_type) as api:
        results = smoke(api.base_url, tmp_path / "smoke.jsonl")
        assert all(CANARY.encode() in request for request in api.requests)
        assert len(api.requests) == 2
    printed = capfd.readouterr()
    outputs = {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()}
    outputs |= {"stdout": printed.out, "stderr": printed.err, "log records": caplog.text, "results": repr(results)}
    assert {name: trace for name, text in outputs.items() for trace in TRACES if trace in text} == {}
    assert {name for name, text in outputs.items() if "req_8123" in text} == set()
    assert len(outputs) == len(Format) + 5


def test_an_echoed_401_is_no_evidence_and_exit_4(tmp_path: Path) -> None:
    with echoing("401 Unauthorized") as api:
        results = smoke(api.base_url, tmp_path / "smoke.jsonl")
    reason = "the credential was not accepted (401): no evidence about the contract"
    assert [(result.outcome, result.reason) for result in results] == [(Outcome.FAILED, reason)] * 2
    assert runs.run_of(runs.target(smoke=results)).exit_code is ExitCode.SMOKE_FAILED


def test_a_report_that_would_hold_the_credential_is_never_written(tmp_path: Path) -> None:
    credentials = Credentials({"ACME_KEY": CANARY, "ACME_KEY_ORIGIN": "https://api.example.com"})
    credentials.take(ACME, "https://api.example.com")
    (target,) = runs.drifted().targets
    (first, *_) = target.decision.blocking
    leaking = replace(target, decision=replace(target.decision, blocking=(replace(first, message=f"It is {CANARY}."),)))
    out, err = (tmp_path / "out").open("w"), (tmp_path / "err").open("w")
    with contextlib.closing(out), contextlib.closing(err):
        terminal = Terminal(out, err, {}, lambda: credentials.secrets)
        for wanted in Format:
            with pytest.raises(SafetyStop) as raised:
                terminal.result(render(runs.run_of(leaking), wanted))
            assert CANARY[3:11] not in str(raised.value)
    assert [path.read_text("utf-8") for path in sorted(tmp_path.iterdir())] == ["", ""]


@pytest.mark.parametrize("status", ["200 OK", "401 Unauthorized", "500 Oops"])
def test_the_whole_command_line_leaves_nothing_of_it_on_disk_or_screen(status: str, project: Project) -> None:
    project.approve()
    with echoing(status) as api:
        config = project.folder / "config.yaml"
        config.write_text(config.read_text("utf-8").replace(project.outside.api, api.base_url), encoding="utf-8")
        project.give_credential(origin=api.base_url)
        outputs: dict[str, str] = {}
        for wanted in Format:
            project.monkeypatch.setenv("LARKLINE_KEY", CANARY)
            result = project.driftgate("check", "--format", str(wanted), "--output", str(project.folder / f"report.{wanted}"))
            outputs |= {f"stdout of {wanted}": result.out, f"stderr of {wanted}": result.err}
            assert result.code == ExitCode.SMOKE_FAILED, result.out + result.err
        assert len(api.requests) == 2 * len(Format)
    outputs |= {name: data.decode("utf-8", "replace") for name, data in project.files().items()}
    assert {name: trace for name, text in outputs.items() for trace in TRACES if trace in text} == {}
    assert {f"report.{wanted}" for wanted in Format} < set(outputs)
