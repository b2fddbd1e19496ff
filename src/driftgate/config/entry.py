"""One more target for config.yaml: written as text, so that nothing the user wrote there is lost."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from driftgate.contract import Contract
from driftgate.errors import ConfigError, SnapshotError
from driftgate.snapshot.strict_yaml import load as load_yaml

#: Host name labels that say nothing about whose docs they are.
PLAIN_LABELS = frozenset(
    {"www", "api", "apidoc", "apidocs", "doc", "docs", "developer", "developers", "dev", "reference", "platform"}
)

VENDORS = re.compile(r"vendors\s*:\s*(#.*)?$")

HEADER = """\
# driftgate's configuration. `driftgate config --schema` prints the JSON Schema of this file.
format: 1

vendors:
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What ``init`` knows of a target."""

    vendor: str
    name: str
    reference: str
    operation: str
    base_url: str = ""
    env: str = ""
    browser: bool = False

    @property
    def target(self) -> str:
        return f"{self.vendor}/{self.name}"

    @classmethod
    def of(
        cls,
        url: str,
        contract: Contract,
        *,
        vendor: str | None,
        name: str | None,
        base_url: str | None,
        env: str | None,
        browser: bool = False,
    ) -> Entry:
        """An entry from a page, with what the user said and else what the page says."""
        who = vendor or vendor_of(url)
        servers = [server for server in contract.servers if re.match(r"https?://[^\s{}]+$", server)]
        return cls(
            vendor=who,
            name=name or name_of(contract.operation.path),
            reference=url.split("#", 1)[0],
            operation=str(contract.operation),
            base_url=base_url or (servers[0] if servers else ""),
            env=env or f"{re.sub(r'[^A-Z0-9]', '_', who.upper())}_KEY",
            browser=browser,
        )


def vendor_of(url: str) -> str:
    """A vendor's id from a host name: ``docs.acme.com`` is ``acme``."""
    labels = (urlsplit(url).hostname or "vendor").split(".")
    named = [label for label in labels[:-1] if label not in PLAIN_LABELS] or labels
    return identifier(named[-1] if not labels[0].isdigit() else "vendor")


def name_of(path: str) -> str:
    """A target's id from a path template: ``/v1/chat/completions`` is ``chat-completions``."""
    words = [word for word in path.strip("/").split("/") if not re.fullmatch(r"v\d+\w*|api|\{.*\}", word)]
    return identifier("-".join(words[-2:]) or "operation")


def identifier(text: str) -> str:
    """The text as an id that is a safe file name."""
    return re.sub(r"[^a-z0-9_-]+", "-", text.lower()).strip("-_")[:64] or "vendor"


def added(text: str | None, entry: Entry, path: str) -> str:
    """The configuration's text with the entry at the end of its vendors. text: None where there is no file yet.

    Raises ConfigError where the vendor is configured already, since only its owner knows where the target belongs, and where
    the vendors are not written as a block.
    """
    if text is None:
        return HEADER + block(entry)
    try:
        vendors = load_yaml(text, path).need("vendors").mapping()
    except SnapshotError as error:
        raise ConfigError(error.what, where=error.where, why=error.why, advice="correct this line") from None
    if entry.vendor in vendors:
        raise ConfigError(
            f"the vendor '{entry.vendor}' is configured already",
            where=vendors[entry.vendor].where,
            advice=f"add this below its targets, or choose another id with --vendor:\n{target_block(entry)}",
        )
    start = next((number for number, line in enumerate(text.splitlines()) if VENDORS.match(line)), None)
    if start is None:
        raise ConfigError(
            "the entry cannot be added to this layout",
            where=path,
            why="the vendors do not stand one below another under a line 'vendors:'",
            advice=f"write them so, or add this by hand:\n{block(entry)}",
        )
    return inserted(text, start, block(entry))


def inserted(text: str, start: int, addition: str) -> str:
    """The text with a block at the end of the mapping whose key is in line ``start``, with the text's own line ends."""
    lines = text.splitlines(keepends=True)
    end = next((n for n in range(start + 1, len(lines)) if re.match(r"[^\s#]", lines[n])), len(lines))
    while end > start + 1 and not lines[end - 1].strip():
        end -= 1
    line_end = "\r\n" if lines[start].endswith("\r\n") else "\n"
    if not lines[end - 1].endswith("\n"):
        lines[end - 1] += line_end
    addition = addition.replace("\n", line_end)
    return "".join([*lines[:end], addition, *lines[end:]])


def block(entry: Entry) -> str:
    """The entry as a vendor of its own."""
    base = f"    base_url: {entry.base_url}\n    credential: {{env: {entry.env}}}\n" if entry.base_url else ""
    return f"  {entry.vendor}:\n{base}    targets:\n{target_block(entry)}"


def target_block(entry: Entry) -> str:
    """The entry as a target."""
    browser = "        browser: true\n" if entry.browser else ""
    return f"      {entry.name}:\n        reference: {entry.reference}\n        operation: {entry.operation}\n{browser}"
