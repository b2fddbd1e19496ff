"""The system's Chromium: where it is, and how it is started so that it reaches nothing and remembers nothing by itself."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping

from driftgate.adapters.refusal import Refused
from driftgate.extract.page import Unreadable

VARIABLE = "DRIFTGATE_BROWSER"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

#: Chromium answers no request itself: every one is answered by driftgate, and its own way out leads nowhere. What is not
#: intercepted (web sockets, WebRTC, prefetching, its own errands) therefore fails without a byte sent.
NO_WAY_OUT = (
    "--proxy-server=http://no-way-out.invalid:1",
    "--proxy-bypass-list=<-loopback>",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
)
QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)


def executable(environ: Mapping[str, str]) -> str:
    """The browser that the environment names, or the first known one on its PATH. Raises Refused where there is none."""
    named = environ.get(VARIABLE, "")
    found = (shutil.which(name, path=environ.get("PATH", os.defpath)) for name in ([named] if named else NAMES))
    program = next(filter(None, found), None)
    if program is None:
        why = f"{VARIABLE} names no program" if named else "there is no Chromium: install it with the system's packages"
        raise Refused(Unreadable.NO_BROWSER, f"{why}, or name one in {VARIABLE}" if not named else why)
    return program


def arguments() -> list[str]:
    """The command-line switches besides those that Playwright sets."""
    return [*NO_WAY_OUT, *QUIET]


def environment(home: str) -> dict[str, str | float | bool]:
    """All that Chromium sees of the environment: no credential, no proxy. home: an empty folder of its own."""
    return {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home, "PATH": os.defpath, "LANG": "C.UTF-8", "TZ": "UTC"}


def has_sandbox() -> bool:
    """Whether Chromium's sandbox can be used: it refuses to start with it as root, as in most containers."""
    return not hasattr(os, "geteuid") or os.geteuid() != 0
