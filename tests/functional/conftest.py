"""A project folder against the demo's loopback world, and the command line run in this process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from driftgate.cli import cli
from driftgate.cli.boundary import run
from driftgate.demo.servers import world
from driftgate.demo.story import CONFIG, EXCHANGE
from project import KEY, Project, Result


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Project]:
    def call(arguments: tuple[str, ...]) -> Result:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            run(cli, list(arguments))
        captured = capsys.readouterr()
        return Result(int(ended.value.code or 0), captured.out, captured.err)

    with world(KEY) as outside:
        (tmp_path / "config.yaml").write_text(CONFIG.format(docs=outside.docs, api=outside.api), encoding="utf-8")
        (tmp_path / "exchange.json").write_text(EXCHANGE, encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("COLUMNS", "80")
        for name in ("LARKLINE_KEY", "LARKLINE_KEY_ORIGIN", "LARKLINE_MODEL"):
            monkeypatch.delenv(name, raising=False)
        yield Project(tmp_path, outside, call, monkeypatch)
