"""Registers on paper and as a table: every word in it, no reasons, no formula."""

from __future__ import annotations

import csv
import io

import pytest

from dsl_desk.documents.table import harmless, print_table


def test_that_a_table_begins_with_the_mark_of_its_alphabet_and_keeps_every_sign() -> None:
    table = print_table(("Child", "Words"), [("Wren Tamarisk", 'said “no”,\nthen "yes"')])
    assert table.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline="")))
    assert rows == [["Child", "Words"], ["Wren Tamarisk", 'said “no”,\nthen "yes"']]


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r", " =", "\n="])
def test_that_no_cell_is_taken_for_a_formula(begins: str) -> None:
    assert harmless(f"{begins}cmd()") == f"'{begins}cmd()"


def test_that_other_cells_stay_as_they_are() -> None:
    assert harmless("2 = 2") == "2 = 2"
    assert harmless("") == ""
