"""A page's entry in llms.txt is found by its address, whatever form the entry names."""

from __future__ import annotations

import pytest

from driftgate.extract.site_index import entry_of

INDEX = """# Acme

- [Start](https://docs.example.test/start.md): where to begin
- [Create a note](/api/notes/create.html.md): the call
- [List notes](https://docs.example.test/api/notes/list/index.md)
- [List notes](https://docs.example.test/api/notes/list)
- [broken](https://[docs/x.md)
"""
BASE = "https://docs.example.test/llms.txt"


@pytest.mark.parametrize(
    ("own", "entry"),
    [
        ("https://docs.example.test/api/notes/create", "https://docs.example.test/api/notes/create.html.md"),
        ("https://docs.example.test/api/notes/create.html", "https://docs.example.test/api/notes/create.html.md"),
        ("https://docs.example.test/api/notes/list/", "https://docs.example.test/api/notes/list/index.md"),
        ("https://docs.example.test/start.md", ""),
        ("https://docs.example.test/api/notes", ""),
        ("https://docs.example.test/", ""),
    ],
    ids=["bare", "html", "folder", "the-page-itself", "a-page-above", "the-start"],
)
def test_the_entry_of_a_page_is_the_one_with_its_address(own: str, entry: str) -> None:
    assert entry_of(INDEX, BASE, own) == entry
