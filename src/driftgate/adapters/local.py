"""A page from a file on this machine."""

from __future__ import annotations

from pathlib import Path

from driftgate.errors import UsageError
from driftgate.extract.page import Page, Unread, Unreadable

MEDIA_TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".mdx": "text/markdown",
    ".json": "application/json",
    ".yaml": "application/yaml",
    ".yml": "application/yaml",
    ".txt": "text/plain",
}


def file_page(path: Path, *, max_bytes: int) -> Page | Unread:
    """The file as a page with a ``file:`` URL; its name tells the media type. Raises UsageError where it cannot be read."""
    try:
        url = path.resolve().as_uri()
        with path.open("rb") as file:
            body = file.read(max_bytes + 1)
    except (OSError, ValueError, RuntimeError) as error:  # RuntimeError: a link that leads to itself
        why = "there is no such file" if isinstance(error, FileNotFoundError) else "it is no readable file"
        raise UsageError(
            "the file cannot be read", where=str(path), why=why, advice="give a saved page or a web address"
        ) from None
    if len(body) > max_bytes:
        return Unread(url, Unreadable.TOO_LARGE, f"more than {max_bytes} bytes")
    return Page(asked=url, reached=url, status=200, media_type=MEDIA_TYPES.get(path.suffix.lower(), ""), body=body)
