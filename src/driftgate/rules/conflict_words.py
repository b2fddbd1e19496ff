"""Puts a conflict between the docs and a client into words."""

from __future__ import annotations

from driftgate.diff import conflicts as found
from driftgate.diff.conflicts import Conflict
from driftgate.rules.texts import named, security_text, value_text

Words = tuple[str, str, str, str]  # subject, before, after, message


def conflict_words(conflict: Conflict) -> Words:
    """Subject, before, after and message of one conflict."""
    match conflict:
        case found.SendsUndocumented(sent):
            return (sent.key, "", "sent", f"the client sends {named(sent)}, which the docs do not have")
        case found.OmitsRequired(field):
            return (field.key, "required", "not sent", f"the docs require {named(field)}, which the client does not send")
        case found.SendsOtherType(sent, field):
            message = f"the client sends {named(sent)} as {sent.type}; the docs say {field.type}"
            return (field.key, f"documented {field.type}", f"sent {sent.type}", message)
        case found.SendsOtherValue(sent, field, values):
            allowed = value_text(field.facts.get("enum", field.facts.get("const")))
            message = f"the client sends {named(sent)} with {value_text(values)}, which the docs do not allow"
            return (field.key, f"documented {allowed}", f"sent {value_text(values)}", message)
        case found.ReadsUndocumented(read):
            return (read.key, "", "read", f"the client reads {named(read)}, which the docs do not have")
        case found.ReadsOtherType(read, field):
            message = f"the client reads {named(read)} as {read.type}; the docs say {field.type}"
            return (read.key, f"documented {field.type}", f"read {read.type}", message)
        case found.CallsOtherOperation(client, documented):
            message = f"the client calls {client}; the docs describe {documented}"
            return ("operation", f"documented {documented}", f"called {client}", message)
        case found.CallsOtherServer(base_url, documented):
            servers = ", ".join(sorted(documented))
            message = f"the client calls {base_url}; the docs name {servers}"
            return ("servers", f"documented {servers}", f"called {base_url}", message)
        case found.AuthenticatesOtherwise(client, documented):
            mine, theirs = security_text(client), security_text(documented)
            message = f"the client authenticates with {mine}; the docs say {theirs}"
            return ("security", f"documented {theirs}", f"client {mine}", message)
