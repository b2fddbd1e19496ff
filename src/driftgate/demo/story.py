"""The demo's story: the commands a user would type, run for real against the loopback world, each checked for its exit code."""

from __future__ import annotations

import os
import re
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from driftgate.demo.servers import World, world
from driftgate.errors import DriftgateError, ExitCode

TARGET = "larkline/chat-completions"

CONFIG = """\
format: 1
environment: demo
vendors:
  larkline:
    docs_home: {docs}/
    help_center: {docs}/support/help-center
    base_url: {api}
    credential: {{env: LARKLINE_KEY}}
    targets:
      chat-completions:
        reference: {docs}/api/text/chat
        operation: POST /v1/chat/completions
        smoke:
          happy_path:
            body:
              model: {{env: LARKLINE_MODEL}}
              messages:
                - {{role: user, content: "Reply with the word: ok"}}
              max_tokens: 16
          error_path:
            omit: messages
            body:
              model: {{env: LARKLINE_MODEL}}
              max_tokens: 16
"""

#: What the demo's client sends and reads, as `record` takes it: example bodies of a request, its answer and an error.
EXCHANGE = """\
{"request": {"model": "any", "messages": [{"role": "user", "content": "Hello"}], "max_tokens": 16},
 "response": {"choices": [{"message": {"content": "Hi"}, "finish_reason": "stop"}]},
 "error": {"error": {"code": "invalid_request", "message": "no"}}}
"""


class DemoFailed(DriftgateError):
    """The demo did not go as told: a bug in driftgate or a broken installation."""

    exit_code = ExitCode.BUG


@dataclass
class Stage:
    """The folder the demo plays in and the environment its commands see."""

    folder: Path
    environment: dict[str, str]
    say: Callable[[str], None]

    def command(self, *arguments: str, expect: ExitCode) -> str:
        """Runs one driftgate command, shows it and its output, and checks its exit code."""
        shown = " ".join(f'"{word}"' if " " in word else word for word in arguments)
        self.say(f"\n$ driftgate {shown}")
        done = subprocess.run(  # noqa: S603 - our own interpreter and module, arguments from this file
            [sys.executable, "-m", "driftgate", *arguments],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        self.say(done.stdout.rstrip())
        if done.returncode != expect:
            self.say(done.stderr.rstrip())
            raise DemoFailed(
                f"'driftgate {arguments[0]}' answered {done.returncode}", why=f"the demo expected {int(expect)} here"
            )
        return done.stdout


def play(say: Callable[[str], None]) -> None:
    """Plays the whole story. Raises DemoFailed at the first step that does not go as told."""
    key = "demo-" + secrets.token_urlsafe(24)
    with world(key) as outside, tempfile.TemporaryDirectory(prefix="driftgate-demo-") as folder:
        stage = Stage(Path(folder), environment(outside, key), say)
        (stage.folder / "config.yaml").write_text(CONFIG.format(docs=outside.docs, api=outside.api), encoding="utf-8")
        (stage.folder / "exchange.json").write_text(EXCHANGE, encoding="utf-8")
        first_review(stage)
        clean_check(stage, outside)
        vendor_changes(stage, outside)
        clean_again(stage, outside)
    say("\nThe demo went as told.")


def environment(outside: World, key: str) -> dict[str, str]:
    """The user's environment, with the demo's credential and model in it."""
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith(("LARKLINE_", "GITHUB_"))},
        "LARKLINE_KEY": key,
        "LARKLINE_KEY_ORIGIN": outside.api,
        "LARKLINE_MODEL": "lark-small",
        "NO_COLOR": "1",
        "COLUMNS": "80",
    }


def first_review(stage: Stage) -> None:
    stage.say("1. A first look. Nothing has been reviewed yet, so the gate is shut.")
    output = stage.command("check", expect=ExitCode.UNREVIEWED)
    stage.say("\n   A person reads the pending contract and approves just what was shown.")
    approve(stage, output, "first review")
    stage.say("\n   And what the client sends and reads is recorded, shapes only.")
    stage.command("record", TARGET, "--from", "exchange.json", expect=ExitCode.CLEAN)


def clean_check(stage: Stage, outside: World) -> None:
    stage.say("\n2. The docs say what was reviewed: clean, so both smoke requests run.")
    stage.command("check", expect=ExitCode.CLEAN)
    requests_are(stage, outside, 2)


def vendor_changes(stage: Stage, outside: World) -> None:
    outside.edition = "second"
    stage.say("\n3. The vendor changes the docs: a field becomes required, a response field goes,")
    stage.say("   and the prose is rewritten. Only the contract changes are reported.")
    output = stage.command("check", expect=ExitCode.DRIFT)
    requests_are(stage, outside, 2)
    stage.say("   (still 2: the gate stayed shut)")
    stage.say("\n4. The change was read and is fine for this client, so the snapshot moves forward.")
    approve(stage, output, "max_tokens is required now; we always send it")


def clean_again(stage: Stage, outside: World) -> None:
    stage.command("check", expect=ExitCode.CLEAN)
    requests_are(stage, outside, 4)


def approve(stage: Stage, output: str, note: str) -> None:
    """Approves what the check before printed, by its digest."""
    found = re.search(r"--digest ([0-9a-f]+)", output)
    if found is None:
        raise DemoFailed("the check printed no digest to approve")
    arguments = ("--digest", found[1], "--by", "Demo Reviewer", "--note", note)
    stage.command("approve", TARGET, *arguments, expect=ExitCode.CLEAN)


def requests_are(stage: Stage, outside: World, expected: int) -> None:
    """Shows the API's own counter. Raises DemoFailed if it is another than expected."""
    stage.say(f"\n   The API's own counter: {outside.requests} requests.")
    if outside.requests != expected:
        raise DemoFailed(f"the API counted {outside.requests} requests", why=f"the demo expected {expected}")
