"""Pages from files."""

from __future__ import annotations

from pathlib import Path

import pytest

from driftgate.adapters.local import file_page
from driftgate.errors import UsageError
from driftgate.extract.page import Page, Unread, Unreadable


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        file_page(tmp_path / "none.html", max_bytes=10)
    error = caught.value
    assert (error.what, error.where, error.why) == (
        "the file cannot be read",
        str(tmp_path / "none.html"),
        "there is no such file",
    )


@pytest.mark.parametrize("name", ["", "a\0b"])
def test_a_folder_or_an_impossible_name_is_no_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError) as caught:
        file_page(tmp_path / name, max_bytes=10)
    assert caught.value.why == "it is no readable file"


def test_a_link_that_leads_to_itself_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(UsageError) as caught:
        file_page(tmp_path / "loop", max_bytes=10)
    assert caught.value.why == "it is no readable file"


def test_a_file_over_the_limit_is_unread(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(b"x" * 11)
    assert file_page(path, max_bytes=10) == Unread(path.as_uri(), Unreadable.TOO_LARGE, "more than 10 bytes")


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("page.HTML", "text/html"),
        ("page.md", "text/markdown"),
        ("openapi.json", "application/json"),
        ("openapi.yml", "application/yaml"),
        ("page", ""),
    ],
)
def test_a_file_is_a_page_whose_name_tells_the_media_type(tmp_path: Path, name: str, media_type: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"text")
    url = path.as_uri()
    assert file_page(path, max_bytes=10) == Page(asked=url, reached=url, status=200, media_type=media_type, body=b"text")
