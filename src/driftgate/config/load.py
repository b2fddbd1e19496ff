"""config.yaml as text, in; a Config, out. Every error names file, line, key, what was expected and a near match."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from driftgate.config.model import Config, FetchLimits, Target, Vendor
from driftgate.config.schema import check
from driftgate.contract import Operation
from driftgate.contract.paths import path_template
from driftgate.errors import ConfigError, SnapshotError
from driftgate.gate.trust import Trust
from driftgate.gate.verdict import Policy, Waiver
from driftgate.rules import RULES, Severity
from driftgate.smoke.model import Credential, FromEnv, SmokeCase
from driftgate.snapshot.node import Node
from driftgate.snapshot.strict_yaml import load as load_yaml

#: Query parameters that must never stand in a configured URL: a URL is printed and logged.
SECRET_PARAMETERS = ("key", "token", "secret", "password", "passwd", "auth", "credential", "signature")


def load_config(text: str, path: str) -> Config:
    """The configuration. path: of the file, for messages and as the root of relative folders.

    Raises ConfigError for anything that does not fit.
    """
    try:
        root = load_yaml(text, path)
    except SnapshotError as error:
        advice = "run 'driftgate init URL' to make one" if error.where == path else "correct this line"
        raise ConfigError(error.what, where=error.where, why=error.why, advice=advice) from None
    check(root)
    return _config(root, path)


def _config(root: Node, path: str) -> Config:
    vendors = tuple(_vendor(name, node) for name, node in root.entries("vendors"))
    return Config(
        root=str(Path(path).resolve().parent),
        path=path,
        snapshots=root.optional_text("snapshots") or "snapshots",
        state=root.optional_text("state") or ".driftgate",
        environment=root.optional_text("environment") or "local",
        vendors=vendors,
        fetch=FetchLimits(**_plain_members(root.get("fetch"))),
        policy=_policy(root),
    )


def _vendor(name: str, node: Node) -> Vendor:
    credential = node.get("credential")
    urls = {key: _url(node, key) for key in ("docs_home", "help_center", "base_url")}
    targets = tuple(_target(name, short, child) for short, child in node.entries("targets"))
    if any(target.smoke for target in targets) and not urls["base_url"]:
        raise ConfigError("smoke requests need a base_url", where=node.where, advice="add 'base_url:' to the vendor")
    written = [*urls.values(), *(url for target in targets for url in (target.reference, target.openapi))]
    hosts = {urlsplit(url).hostname or "" for url in written if url and url != urls["base_url"]}
    hosts |= set(_texts(node.get("hosts")))
    return Vendor(
        id=name,
        **urls,
        hosts=tuple(sorted(host.lower() for host in hosts)),
        credential=None if credential is None else Credential(**_plain_members(credential)),
        targets=targets,
    )


def _target(vendor: str, name: str, node: Node) -> Target:
    method, path = node.need("operation").text().split(" ", 1)
    return Target(
        id=f"{vendor}/{name}",
        reference=_url(node, "reference"),
        openapi=_url(node, "openapi"),
        operation=Operation(method, path_template(path)),
        smoke=tuple(_case(case, child) for case, child in node.entries("smoke")),
        trust=Trust(**_plain_members(node.get("trust"))),
        browser=bool(_plain_members(node).get("browser", False)),
    )


def _url(node: Node, key: str) -> str:
    """A configured URL, refused if it could hold a secret."""
    child = node.get(key)
    if child is None:
        return ""
    refuse_secret(child.text(), child.where)
    parts = urlsplit(child.text())
    try:
        valid = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        valid = False
    if not valid:
        raise ConfigError("the URL has no usable host or port", where=child.where, advice="correct the URL")
    return child.text()


def refuse_secret(url: str, where: str) -> None:
    """Raises ConfigError for a URL that could hold a secret: it would be printed, logged and stored."""
    parts = urlsplit(url)
    if parts.username or parts.password or any(word in parts.query.lower() for word in SECRET_PARAMETERS):
        raise ConfigError(
            "the URL looks as if it held a secret",
            where=where,
            why="URLs are printed, logged and stored",
            advice="remove user name, password and such parameters; a credential comes from the environment",
        )


def _case(name: str, node: Node) -> SmokeCase:
    body = node.get("body")
    return SmokeCase(
        name=name,
        body=None if body is None else _request_value(body),
        query=_request_value(node.get("query")) or {},
        path=_request_value(node.get("path")) or {},
        headers=_request_value(node.get("headers")) or {},
        omit=node.optional_text("omit"),
        expect=_texts(node.get("expect")),
    )


def _request_value(node: Node | None) -> Any:
    """Part of a request as plain data; ``{env: NAME}`` becomes a FromEnv."""
    if node is None:
        return None
    if isinstance(node.value, dict):
        if set(node.value) == {"env"} and isinstance(node.value["env"].value, str):
            return FromEnv(env=node.value["env"].text())
        return {key: _request_value(child) for key, child in node.value.items()}
    if isinstance(node.value, list):
        return [_request_value(item) for item in node.value]
    return node.value


def _policy(root: Node) -> Policy:
    gate = root.get("gate")
    severities = {} if gate is None else {_rule(key, child): Severity(child.text()) for key, child in gate.entries("severities")}
    block_on = Severity.INFO if gate is None else Severity(gate.optional_text("block_on") or Severity.INFO)
    waivers = root.get("waivers")
    return Policy(
        block_on=block_on,
        severities=tuple(severities.items()),
        waivers=() if waivers is None else tuple(_waiver(item) for item in waivers.items()),
    )


def _waiver(node: Node) -> Waiver:
    rule = node.get("rule")
    if node.get("fingerprint") is None and rule is None:
        raise ConfigError("a waiver needs a fingerprint, or a rule", where=node.where, advice="say what it excepts")
    until = node.need("until")
    try:
        day = date.fromisoformat(until.text())
    except ValueError:
        raise ConfigError("expected a date, YYYY-MM-DD", where=until.where, advice="correct the date") from None
    return Waiver(
        reason=node.need("reason").text(),
        owner=node.need("owner").text(),
        until=day,
        fingerprint=node.optional_text("fingerprint"),
        rule="" if rule is None else _rule(rule.text(), rule),
        place=node.optional_text("place"),
        target=node.optional_text("target"),
    )


def _rule(name: str, node: Node) -> str:
    """A rule's id. Raises ConfigError where there is none of that name: what is misspelled would silently do nothing."""
    known = [rule.id for rule in RULES]
    if name not in known:
        near = get_close_matches(name[:80], known, n=1)
        advice = f"did you mean '{near[0]}'?" if near else "run 'driftgate rules' to see them all"
        raise ConfigError("there is no such rule", where=node.where, advice=advice)
    return name


def _plain_members(node: Node | None) -> Mapping[str, Any]:
    """The scalar members of a mapping, lists as tuples of text; nested mappings are left to their own reader."""
    if node is None:
        return {}
    return {
        key: _texts(child) if isinstance(child.value, list) else child.value
        for key, child in node.mapping().items()
        if not isinstance(child.value, dict)
    }


def _texts(node: Node | None) -> tuple[str, ...]:
    return () if node is None else node.texts()
