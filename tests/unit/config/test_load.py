"""config.yaml: what is refused, in which words; and what the shipped file says."""

from __future__ import annotations

from pathlib import Path

import pytest

from driftgate.config.load import load_config
from driftgate.contract import Operation
from driftgate.errors import ConfigError
from driftgate.rules.rule import Severity
from driftgate.smoke.model import Credential, FromEnv

ROOT = Path(__file__).parents[3]

PLAIN = """\
format: 1
vendors:
  acme:
    docs_home: https://docs.acme.test/
    base_url: https://api.acme.test
    credential: {env: ACME_KEY}
    targets:
      send:
        reference: https://docs.acme.test/send
        operation: POST /v1/send
        smoke:
          happy_path:
            body: {model: {env: ACME_MODEL}, text: "hello", size: 3}
"""

REFUSED = {
    "unknown key with a near match": (
        "docs_home:",
        "docs_hom:",
        "unknown key 'docs_hom'",
        "c.yaml:4: vendors.acme.docs_hom",
        "did you mean 'docs_home'?",
    ),
    "duplicate key": (
        "    docs_home:",
        "    base_url: https://x.test\n    docs_home:",
        "the key 'base_url' stands twice",
        "c.yaml:6",
        "",
    ),
    "id that is no safe file name": ("  acme:", "  ../acme:", "'../acme' is not a usable id", "c.yaml:4: vendors.../acme", ""),
    "URL with a user name": (
        "https://docs.acme.test/\n",
        "https://me@docs.acme.test/\n",
        "expected an http or https URL without user name, password or fragment",
        "c.yaml:4: vendors.acme.docs_home",
        "",
    ),
    "URL with a secret-looking parameter": (
        "https://docs.acme.test/send",
        "https://docs.acme.test/send?api_key=abc",
        "the URL looks as if it held a secret",
        "c.yaml:9: vendors.acme.targets.send.reference",
        "",
    ),
    "URL with an impossible port": (
        "https://api.acme.test",
        "https://api.acme.test:99999",
        "the URL has no usable host or port",
        "c.yaml:5: vendors.acme.base_url",
        "",
    ),
    "method in lower case": ("POST /v1", "post /v1", "expected text of a certain form", "c.yaml:10", ""),
    "wrong type": ("{env: ACME_KEY}", "ACME_KEY", "expected a mapping", "c.yaml:6: vendors.acme.credential", ""),
    "newer format": ("format: 1", "format: 2", "the file has a newer format than this driftgate knows", "c.yaml:1", "upgrade"),
    "missing key": ("        reference: https://docs.acme.test/send\n", "", "the key 'reference' is missing", "c.yaml:9", "add"),
    "smoke without a base URL": ("    base_url: https://api.acme.test\n", "", "smoke requests need a base_url", "c.yaml:4", ""),
    "ambiguous scalar": ("format: 1", "format: 1\nenvironment: no", "an unquoted value", "c.yaml:2", ""),
    "YAML that cannot be parsed": ("format: 1", "format: [1", "the file is not valid YAML", "c.yaml:", ""),
}


@pytest.mark.parametrize(("old", "new", "what", "where", "advice"), REFUSED.values(), ids=REFUSED.keys())
def test_a_fault_is_refused_with_its_place(old: str, new: str, what: str, where: str, advice: str) -> None:
    assert old in PLAIN
    with pytest.raises(ConfigError) as caught:
        load_config(PLAIN.replace(old, new, 1), "c.yaml")
    assert what in caught.value.what
    assert where in (caught.value.where or "")
    assert advice in (caught.value.advice or "")


@pytest.mark.parametrize(
    ("waiver", "what"),
    [
        ("{reason: long enough, owner: me, until: 2027-01-01}", "a waiver needs a fingerprint, or a rule"),
        ("{fingerprint: 0123456789ab, reason: long enough, owner: me, until: 2027-02-30}", "expected a date"),
        ("{fingerprint: 0123456789ab, reason: short, owner: me, until: 2027-02-03}", "expected text of a certain form"),
        ("{fingerprint: 0123456789ab, owner: me, until: 2027-02-03}", "the key 'reason' is missing"),
    ],
)
def test_a_waiver_must_have_reason_owner_and_end(waiver: str, what: str) -> None:
    with pytest.raises(ConfigError, match=what):
        load_config(f"{PLAIN}waivers: [{waiver}]\n", "c.yaml")


def test_a_plain_file_is_read_into_values() -> None:
    text = f"{PLAIN}gate: {{block_on: warning, severities: {{operation-path-changed: info}}}}\n"
    config = load_config(text, "c.yaml")
    ((vendor, target),) = config.targets()
    assert (target.id, target.operation) == ("acme/send", Operation("POST", "/v1/send"))
    assert vendor.hosts == ("docs.acme.test",)
    assert vendor.credential == Credential(env="ACME_KEY")
    assert target.smoke[0].body == {"model": FromEnv(env="ACME_MODEL"), "text": "hello", "size": 3}
    assert config.policy.block_on is Severity.WARNING
    assert config.policy.severities == (("operation-path-changed", Severity.INFO),)


def test_the_shipped_file_describes_the_first_vendor_and_no_model() -> None:
    path = ROOT / "config.yaml"
    config = load_config(path.read_text(encoding="utf-8"), str(path))
    ((vendor, target),) = config.targets()
    assert vendor.docs_home == "https://apidoc.cometapi.com/"
    assert vendor.help_center == "https://apidoc.cometapi.com/support/help-center"
    assert vendor.base_url == "https://api.cometapi.com"
    assert vendor.credential == Credential(env="COMETAPI_KEY")
    assert target.reference == "https://apidoc.cometapi.com/api/text/chat"
    assert str(target.operation) == "POST /v1/chat/completions"
    assert [case.name for case in target.smoke] == ["happy_path", "error_path"]
    assert all((case.body or {})["model"] == FromEnv(env="COMETAPI_MODEL") for case in target.smoke)


@pytest.mark.parametrize(
    ("policy", "where", "advice"),
    [
        (
            "gate: {severities: {operation-path-changd: info}}",
            "gate.severities.operation-path-changd",
            "did you mean 'operation-path-changed'?",
        ),
        ("gate: {severities: {nope: info}}", "gate.severities.nope", "run 'driftgate rules' to see them all"),
        (
            "waivers: [{rule: operation-path-changd, reason: long enough, owner: me, until: 2027-01-01}]",
            "waivers[0].rule",
            "did you mean 'operation-path-changed'?",
        ),
    ],
)
def test_a_rule_that_does_not_exist_is_refused(policy: str, where: str, advice: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(f"{PLAIN}{policy}\n", "config.yaml")
    line = PLAIN.count("\n") + 1
    assert (caught.value.what, caught.value.where, caught.value.advice) == (
        "there is no such rule",
        f"config.yaml:{line}: {where}",
        advice,
    )


def test_an_unknown_key_that_is_no_word_is_not_repeated() -> None:
    key = "sk-0123456789abcdef"
    with pytest.raises(ConfigError) as caught:
        load_config(f"{PLAIN}{key}: x\n", "config.yaml")
    assert (caught.value.what, caught.value.where) == ("unknown key", f"config.yaml:{PLAIN.count(chr(10)) + 1}")
    assert key not in str(caught.value)
