"""By hand: a copy for an archive, sealed, and what is read aloud once it has left."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pikepdf

from dsl_desk.domain.leaving import HowItLeaves, RecipientSort
from dsl_desk.ui.leaving.way import GONE, HOW, PAGES, WHAT
from tests.stories.test_the_way_out import answer_whom, next_step, the_way_out

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon


def test_that_an_archive_copy_is_sealed_and_both_fingerprints_are_told(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    page = the_way_out(afternoon)
    answer_whom(page, RecipientSort.COURT)
    next_step(afternoon, page, WHAT)
    assert not page.what.originals.isVisible()
    next_step(afternoon, page, HOW)
    page.how.cards[HowItLeaves.PRINTED].setChecked(True)
    assert not page.how.seal.isVisible()
    page.how.cards[HowItLeaves.ARCHIVE].setChecked(True)
    page.how.seal.setChecked(True)
    assert page.draft().sealed
    next_step(afternoon, page, PAGES)
    file = tmp_path / "archive.pdf"
    ask.will(file)
    next_step(afternoon, page, GONE)
    told = page.gone.print.words.replace(" ", "")
    assert told == hashlib.sha256(file.read_bytes()).hexdigest()
    assert len(page.gone.seal.words.split()) == 16
    with pikepdf.open(file, password=page.gone.passphrase.words) as envelope:
        assert len(envelope.attachments) == 1
        assert "/AcroForm" in envelope.Root
    afternoon.lock()
