"""Rows that stand together on a page, whatever form they have, and the section that announces them."""
