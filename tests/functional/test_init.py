"""``driftgate init`` with configurations that cannot be added to."""

from __future__ import annotations

import pytest

from project import Project


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (None, "there is no readable configuration"),
        (b"\xff\xfe", "the file is not UTF-8"),
        (b"", "the file is empty"),
        (b"vendors: {}\n", "the entry cannot be added to this layout"),
    ],
    ids=["a folder", "no text", "empty", "no block"],
)
def test_a_configuration_that_cannot_be_added_to_is_named_and_left_as_it_is(
    project: Project, content: bytes | None, what: str
) -> None:
    path = project.folder / "other.yaml"
    path.mkdir() if content is None else path.write_bytes(content)
    result = project.driftgate("init", f"{project.outside.docs}/api/text/chat", "--config", "other.yaml")
    assert (result.code, result.err.splitlines()[0]) == (2, f"driftgate: {what}")
    assert content is None or path.read_bytes() == content


def test_line_ends_and_comments_of_a_configuration_survive(project: Project) -> None:
    path = project.folder / "config.yaml"
    before = path.read_bytes().replace(b"\n", b"\r\n") + b"# the end\r\n"
    path.write_bytes(before)
    assert project.driftgate("init", f"{project.outside.docs}/api/text/chat", "--vendor", "other").code == 0
    after = path.read_bytes()
    assert after.startswith(before.removesuffix(b"# the end\r\n"))
    assert after.count(b"\n") == after.count(b"\r\n") == before.count(b"\n") + 7
