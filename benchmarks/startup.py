"""How long ``driftgate --help`` and other commands without a page take, as ratios to a bare click program in the same run.

The floor is a click group with the same number of commands and options, all in one file: what any program built on click pays.

Run: ``python benchmarks/startup.py``. Needed: ``driftgate --help`` at most 1.25 times the floor.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 15
NEEDED_RATIO = 1.25

FLOOR = """\
import sys
import click

@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog="Exit codes: 0 clean, 1 drift.")
@click.version_option("1.0", prog_name="floor")
def cli():
    "A program with as many commands."

for number in range(15):
    @cli.command(f"command-{number}", help="Does one thing, said in one line of about this length.")
    @click.argument("targets", nargs=-1)
    @click.option("-c", "--config", default="config.yaml", show_default=True)
    @click.option("-f", "--format", type=click.Choice(["text", "json"]), default="text")
    @click.option("-q", "--quiet", is_flag=True)
    def command(targets, config, format, quiet):
        pass

cli()
"""

COMMANDS = (("driftgate --help", "--help"), ("driftgate check --help", "check", "--help"), ("driftgate --version", "--version"))


def took(command: list[str]) -> float:
    """Seconds of CPU and waiting for one process."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        floor = Path(folder) / "floor.py"
        floor.write_text(FLOOR, encoding="utf-8")
        lines = {"floor: a bare click program": [sys.executable, str(floor), "--help"]}
        lines |= {name: [sys.executable, "-m", "driftgate", *arguments] for name, *arguments in COMMANDS}
        times: dict[str, list[float]] = {name: [] for name in lines}
        for _ in range(ROUNDS):  # in turn, so that a busy machine slows all alike
            for name, command in lines.items():
                times[name].append(took(command))
    best = {name: min(values) for name, values in times.items()}
    needed = best["floor: a bare click program"]
    for name, values in times.items():
        print(
            f"{name:30} {best[name] * 1000:6.1f} ms (median {statistics.median(values) * 1000:6.1f})  {best[name] / needed:5.2f}"
        )
    ratio = best["driftgate --help"] / needed
    print(f"needed: driftgate --help at most {NEEDED_RATIO} times the floor; {'met' if ratio <= NEEDED_RATIO else 'NOT met'}")
    return 0 if ratio <= NEEDED_RATIO else 1


if __name__ == "__main__":
    sys.exit(main())
