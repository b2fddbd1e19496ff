"""Says whether a field's name is spelt with the letters it seems to be spelt with."""

from __future__ import annotations

import re

from driftgate.contract import Field

#: What names are made of where nobody tries to deceive: ASCII letters, digits and the marks that field paths use.
_PLAIN_NAME = re.compile(r"[A-Za-z0-9_.$\-\[\]*@:%]*")


def has_plain_name(field: Field) -> bool:
    """Whether a name has no letter that looks like another or cannot be seen."""
    return _PLAIN_NAME.fullmatch(field.path) is not None
