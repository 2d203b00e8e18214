"""What a line of the ledger says: every class of entry has its words and its drawing."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.ids import MemberId
from dsl_desk.services.vault import LedgerLine
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.vault.ledger_words import icon_of, said

MAYA = MemberId("01" * 16)


@pytest.mark.parametrize("entry_class", EntryClass)
def test_that_a_line_of_every_class_is_told(entry_class: EntryClass) -> None:
    line = LedgerLine(
        compartment=Compartment.SCHOOL,
        number=7,
        strand="06" * 16,
        entry_class=entry_class,
        kind=entry_class.value,
        understood=True,
        written_at=datetime(2026, 11, 19, 12, 14, tzinfo=UTC),
        author=MAYA,
        fingerprint="4be109d7",
    )
    assert isinstance(icon_of(line), Icon)
    words = said(line, {MAYA: "Maya Fernsby"})
    assert words.startswith("Maya Fernsby ")
    assert "not understand" not in words
