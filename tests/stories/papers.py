"""A paper on its way out in a story: from the page that wished for it to a file without a lock."""

from __future__ import annotations

import io
from functools import partial
from typing import TYPE_CHECKING

import pikepdf

from dsl_desk.domain.leaving import HowItLeaves, RecipientSort
from dsl_desk.ui.leaving.page import LeavingPage
from dsl_desk.ui.leaving.way import GONE, HOW, PAGES, WHAT
from dsl_desk.ui.leaving.whom_step import SORTS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon


def way_out(afternoon: Afternoon) -> LeavingPage:
    """The page of the way out, once it knows what there is to leave."""
    afternoon.wait(lambda: isinstance(afternoon.window.stack.page, LeavingPage))
    page = afternoon.window.stack.page
    assert isinstance(page, LeavingPage)
    afternoon.wait(page.next.isEnabled)
    afternoon.at_rest()
    return page


def _stands(page: LeavingPage, step: int) -> bool:
    return page.step == step and not page.next.is_busy()


def goes_out(afternoon: Afternoon, ask: ScriptedAsk, file: Path) -> bytes:
    """Take what was wished for through every step; its bytes as they were written."""
    page = way_out(afternoon)
    page.whom.sort.setCurrentIndex(SORTS.index(RecipientSort.OWN_FILE) + 1)
    page.whom.sort_chosen.emit()
    page.whom.purpose.setPlainText("For the file in the office")
    page.how.cards[HowItLeaves.OPEN].setChecked(True)
    page.how.why.setText("It stays in the locked cabinet")
    for step in (WHAT, HOW, PAGES):
        page.finish()
        afternoon.wait(partial(_stands, page, step))
        page.what.pictures.looked_at.setChecked(True)
    ask.will(file)
    page.finish()
    afternoon.wait(partial(_stands, page, GONE))
    page.finish()
    afternoon.at_rest()
    return file.read_bytes()


def pictures_in(pdf: bytes) -> list[bytes]:
    """Return the pixels of every picture in a PDF, three bytes each."""
    with pikepdf.open(io.BytesIO(pdf)) as paper:
        streams = [one for one in paper.objects if isinstance(one, pikepdf.Stream)]
        found = [one for one in streams if one.get("/Subtype") == "/Image"]
        return [pikepdf.PdfImage(one).as_pil_image().convert("RGB").tobytes() for one in found]
