"""Registers on paper and as a table: every word in it, no reasons, no formula."""

from __future__ import annotations

import csv
import io
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from dsl_desk.documents.leaf import Checked, Made, print_leaf
from dsl_desk.documents.register import do_not_publish_leaf, register_leaf
from dsl_desk.documents.table import harmless, print_table
from dsl_desk.domain.entry import Stamp
from dsl_desk.domain.ids import EntryId, RecordId
from dsl_desk.domain.policy.mark import PolicyMark
from dsl_desk.domain.registers.all import REGISTERS
from dsl_desk.domain.registers.publishing import Unpublished
from dsl_desk.domain.registers.register import Registered, RegisterName
from tests.builders import a_face, a_member
from tests.conftest import FONTS
from tests.registers import a_draft

if TYPE_CHECKING:
    from pathlib import Path

AT = datetime(2026, 11, 19, 12, 31, tzinfo=UTC)
ACCOUNTS = REGISTERS[RegisterName.ACCOUNTS]
MADE = Made(a_member(), AT, FONTS, Checked(120, 120))


def an_entry(**changes: str) -> Registered:
    draft = a_draft(RegisterName.ACCOUNTS, **changes)
    stamp = Stamp(EntryId("02" * 16), 12, "4be109d7" * 8)
    return Registered(RecordId("02" * 16), 1, AT, "Maya Fernsby", draft, stamp)


def text_of(pdf: bytes, folder: Path) -> str:
    """Read a paper with one of poppler's programs, which share no line with the printer."""
    paper = folder / "paper.pdf"
    paper.write_bytes(pdf)
    run = subprocess.run(
        ["pdftotext", "-layout", str(paper), "-"],  # noqa: S607 - found on PATH
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return run.stdout.replace("\u00a0", " ")


def printed(*entries: Registered) -> bytes:
    return print_leaf(register_leaf(ACCOUNTS, entries, "", AT), a_face(), MADE)


def test_that_a_register_is_printed_in_the_columns_of_its_list(tmp_path: Path) -> None:
    pdf = printed(an_entry())
    text = text_of(pdf, tmp_path)
    for fact in (
        "Fernhollow Primary School",
        "Confidential: school",
        "1 entry, as of Thursday 19 November 2026",
        "Facebook",
        "Ours, and approved",
        "Lena Harebell",
        "Made by Maya Fernsby on 19 November 2026 at 12:31.",
        "Ledger checked up to its last entry, 120 in all.",
        "Page 1 of 1",
    ):
        assert fact in text
    assert "office@fernhollow.example" not in text


def test_that_a_register_says_under_which_policy_its_entries_were_written(tmp_path: Path) -> None:
    text = text_of(printed(an_entry()), tmp_path)
    assert "Policy in force when these were written: No policy was chosen." in text
    under = PolicyMark("03" * 16, 2, "Northwood")
    later = an_entry(platform="Blog")
    later = replace(later, draft=replace(later.draft, policy=under))
    text = text_of(printed(an_entry(), later), tmp_path)
    assert "Northwood, version 2, when these were written: Blog." in text
    assert "No policy was chosen, when these were written: Facebook." in text


def test_that_a_long_register_has_its_headings_on_every_page_and_says_what_was_looked_for(
    tmp_path: Path,
) -> None:
    entries = [an_entry(platform=f"Blog {number}") for number in range(60)]
    text = text_of(
        print_leaf(register_leaf(ACCOUNTS, entries, "blog", AT), a_face(), MADE), tmp_path
    )
    first, second, *_ = text.split("\f")
    assert "60 entries" in first
    assert "Only those that say “blog”" in first
    assert "Where is the account?" in second
    assert "Blog 59" in text


def test_that_the_do_not_publish_list_says_where_not_and_that_it_gives_no_reasons(
    tmp_path: Path,
) -> None:
    children = [
        Unpublished("Wren Tamarisk", "6H", ()),
        Unpublished("Sorrel Yarrow", "3W", ("press",)),
    ]
    unchecked = Made(a_member(), AT, FONTS)
    text = text_of(print_leaf(do_not_publish_leaf(children, AT), a_face(), unchecked), tmp_path)
    for fact in (
        "For staff only",
        "No consent recorded in writing means: do not publish.",
        "The list gives no reasons.",
        "Wren Tamarisk",
        "Anywhere",
        "Sorrel Yarrow",
        "In the press",
    ):
        assert fact in text
    assert not any(word in text.lower() for word in ("refused", "taken back", "court", "expired"))


def test_that_an_empty_list_says_so(tmp_path: Path) -> None:
    text = text_of(print_leaf(do_not_publish_leaf([], AT), a_face(), MADE), tmp_path)
    assert "Nobody stands on this list today." in text


def test_that_a_table_begins_with_the_mark_of_its_alphabet_and_keeps_every_sign() -> None:
    table = print_table(("Child", "Words"), [("Wren Tamarisk", 'said “no”,\nthen "yes"')])
    assert table.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline="")))
    assert rows == [["Child", "Words"], ["Wren Tamarisk", 'said “no”,\nthen "yes"']]


@pytest.mark.parametrize(
    "begins",
    [
        *("=", "+", "-", "@", "\t", "\r", "\0", " =", "\n="),
        *(
            "\uff1d",
            "\uff0b",
            "\uff0d",
            "\uff20",
            '"=',
            "'=",
            "\u201c=",
            "\u00a0+",
            "\u3000-",
            "\ufeff@",
        ),
    ],
)
def test_that_no_cell_is_taken_for_a_formula(begins: str) -> None:
    assert harmless(f"{begins}cmd()") == f"'{begins}cmd()"


def test_that_other_cells_stay_as_they_are() -> None:
    assert harmless("2 = 2") == "2 = 2"
    assert harmless("") == ""
