"""Which Chromium is started, and that it sees nothing of this machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from driftgate.adapters import chromium
from driftgate.adapters.refusal import Refused
from driftgate.extract.page import Unreadable


def program(folder: Path, name: str) -> str:
    path = folder / name
    path.write_text("#!/bin/sh\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


@pytest.mark.parametrize(
    ("named", "words"),
    [
        pytest.param(
            {}, "there is no Chromium: install it with the system's packages, or name one in DRIFTGATE_BROWSER", id="none"
        ),
        pytest.param({"DRIFTGATE_BROWSER": "/nowhere/chromium"}, "DRIFTGATE_BROWSER names no program", id="named and missing"),
    ],
)
def test_without_a_program_the_reason_says_what_to_install(tmp_path: Path, named: dict[str, str], words: str) -> None:
    with pytest.raises(Refused) as refused:
        chromium.executable({"PATH": str(tmp_path), **named})
    assert (refused.value.reason, refused.value.detail) == (Unreadable.NO_BROWSER, words)


def test_a_named_program_that_is_missing_is_not_replaced_by_another(tmp_path: Path) -> None:
    program(tmp_path, "chromium")
    with pytest.raises(Refused):
        chromium.executable({"PATH": str(tmp_path), "DRIFTGATE_BROWSER": str(tmp_path / "other")})


def test_the_named_program_goes_before_those_on_the_path(tmp_path: Path) -> None:
    program(tmp_path, "chromium")
    mine = program(tmp_path, "mine")
    assert chromium.executable({"PATH": str(tmp_path), "DRIFTGATE_BROWSER": mine}) == mine


def test_chromium_goes_before_google_chrome(tmp_path: Path) -> None:
    program(tmp_path, "google-chrome")
    first = program(tmp_path, "chromium")
    assert chromium.executable({"PATH": str(tmp_path)}) == first


def test_chromium_sees_no_variable_of_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LARKLINE_KEY", "canary")
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example")
    seen = chromium.environment("/empty")
    assert set(seen) == {"HOME", "LANG", "PATH", "TZ", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"}
    assert "canary" not in str(seen)


def test_chromium_itself_resolves_no_name_and_reaches_no_address() -> None:
    switches = chromium.arguments()
    assert "--host-resolver-rules=MAP * ~NOTFOUND" in switches
    assert [switch for switch in switches if switch.startswith("--proxy")] == [
        "--proxy-server=http://no-way-out.invalid:1",
        "--proxy-bypass-list=<-loopback>",
    ]


@pytest.mark.parametrize(("user", "sandboxed"), [(0, False), (1000, True)])
def test_only_root_goes_without_the_sandbox(monkeypatch: pytest.MonkeyPatch, user: int, sandboxed: bool) -> None:
    monkeypatch.setattr("os.geteuid", lambda: user)
    assert chromium.has_sandbox() is sandboxed
