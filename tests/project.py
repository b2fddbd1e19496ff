"""A project folder against the demo's loopback world, and the command line run in this process."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from driftgate.demo.servers import World
from driftgate.demo.story import TARGET

KEY = "canary-0123456789abcdefghijklmnop"


@dataclass
class Result:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)


@dataclass
class Project:
    """A folder with a configuration of the loopback vendor, and the command line in it."""

    folder: Path
    outside: World
    call: Callable[[tuple[str, ...]], Result]
    monkeypatch: pytest.MonkeyPatch
    written: list[str] = field(default_factory=list)

    def driftgate(self, *arguments: str) -> Result:
        """Runs one command as a user would, in the project's folder."""
        result = self.call(arguments)
        self.written += [result.out, result.err]
        return result

    def configure(self, old: str, new: str) -> None:
        """Edits config.yaml."""
        path = self.folder / "config.yaml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def give_credential(self, origin: str | None = None) -> None:
        """Puts a canary credential and its pinned origin into the environment."""
        self.monkeypatch.setenv("LARKLINE_KEY", self.outside.key)
        self.monkeypatch.setenv("LARKLINE_KEY_ORIGIN", self.outside.api if origin is None else origin)
        self.monkeypatch.setenv("LARKLINE_MODEL", "lark-small")

    def approve(self) -> None:
        """Checks and approves what the docs say now."""
        digest = self.driftgate("check", "--format", "json", "--no-smoke").data["targets"][0]["pending_digest"]
        result = self.driftgate("approve", TARGET, "--digest", digest, "--by", "Tester", "--note", "reviewed in a test")
        assert result.code == 0, result.err

    def record(self) -> None:
        """Records the demo's client."""
        assert self.driftgate("record", TARGET, "--from", "exchange.json").code == 0

    def files(self) -> dict[str, bytes]:
        """Every file below the folder, by its relative path."""
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in self.folder.rglob("*") if path.is_file()}
