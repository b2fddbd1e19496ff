"""What stands below the heading of a changelog is set aside, and every block keeps its number."""

from __future__ import annotations

from driftgate.extract.blocks import Block, Heading, Paragraph
from driftgate.extract.tables.operations.changes import without_changes


def kept(*blocks: Block) -> list[str]:
    return [block.text for block in without_changes(blocks) if isinstance(block, Heading | Paragraph)]


def test_a_page_without_a_changelog_stays_whole() -> None:
    assert kept(Heading(1, "Ships"), Paragraph("See the changelog.")) == ["Ships", "See the changelog."]


def test_a_changelog_ends_at_the_next_heading_of_its_level() -> None:
    page = (Heading(2, "Changelog"), Heading(3, "May"), Paragraph("GET /old"), Heading(2, "Ships"), Paragraph("GET /new"))
    assert kept(*page) == ["", "", "", "Ships", "GET /new"]


def test_so_is_what_a_site_says_of_itself_to_programs() -> None:
    page = (Heading(1, "Ships"), Paragraph("GET /ships"), Heading(1, "Agent Instructions: Querying This Documentation"))
    assert kept(*page, Paragraph("GET /page.md?ask=<question>")) == ["Ships", "GET /ships", "", ""]
