"""Standard streams that are closed, full or narrow, and a user who does not want to wait."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from driftgate.demo.story import CONFIG
from hostile import HostileServer

DRIFTGATE = [sys.executable, "-m", "driftgate"]
FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")


@needs_full
@pytest.mark.parametrize("arguments", [["rules"], ["config", "--schema"], ["explain", "request-field-removed"]], ids=" ".join)
def test_a_full_standard_output_is_named(arguments: list[str]) -> None:
    with FULL.open("w") as full:
        done = subprocess.run([*DRIFTGATE, *arguments], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    expected = "driftgate: standard output could not be written\n  why:   No space left on device\n"
    assert (done.returncode, done.stderr) == (2, expected)


@needs_full
def test_a_full_standard_error_does_not_change_the_exit_code(tmp_path: Path) -> None:
    with FULL.open("w") as full:
        done = subprocess.run([*DRIFTGATE, "check"], cwd=tmp_path, stderr=full, check=False)
    assert done.returncode == 2


@pytest.mark.parametrize("stream", ["<&-", ">&-", "2>&-"])
def test_a_closed_stream_does_not_change_the_exit_code(stream: str) -> None:
    done = subprocess.run(["sh", "-c", f'"$0" -m driftgate rules {stream}', sys.executable], capture_output=True, check=False)
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)


def test_a_reader_that_goes_away_is_no_bug() -> None:
    command = '"$0" -m driftgate config --schema | true; exit ${PIPESTATUS[0]}'
    done = subprocess.run(["bash", "-c", command, sys.executable], capture_output=True, check=False)
    assert (done.returncode in (0, 2), done.stderr) == (True, b"")


def test_what_a_stream_cannot_encode_is_escaped(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(
        "# Note\n\n`POST /v1/caf\u00e9`\n\n## Body\n\n| Name | Type |\n|---|---|\n| a | string |\n", "utf-8"
    )
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [*DRIFTGATE, "extract", "--list", "page.md"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "POST /v1/caf\\xe9\n", "")


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Programs started now may be interrupted, also where this one runs in the background and may not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_an_interrupted_check_does_not_wait_for_a_server_that_hangs(tmp_path: Path) -> None:
    pipe = subprocess.PIPE
    with (
        HostileServer() as server,
        subprocess.Popen([*DRIFTGATE, "check"], cwd=configured(tmp_path, server), stdout=pipe, stderr=pipe, text=True) as process,
    ):
        while "/hang" not in server.paths():
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        started = time.monotonic()
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err.splitlines()[-1]) == (130, "", "interrupted")
    assert time.monotonic() - started < 3


def configured(folder: Path, server: HostileServer) -> Path:
    """The folder with a configuration of which the reference page hangs."""
    text = CONFIG.format(docs=server.url("/hang?")[:-1], api=server.url()[:-1])
    (folder / "config.yaml").write_text(text.replace("/hang/api/text/chat", "/hang"), encoding="utf-8")
    return folder
