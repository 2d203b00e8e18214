"""The tour, at one size and in one look: every page, a paper, and the page that shows them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize

from dsl_desk.app import last_resort
from dsl_desk.app.tour import command
from dsl_desk.app.tour.adults import PICTURES as ABOUT_ADULTS
from dsl_desk.app.tour.album import Album, write_index
from dsl_desk.app.tour.concern_acts import PICTURES as ACTS
from dsl_desk.app.tour.conversations import PICTURES as CONVERSATIONS
from dsl_desk.app.tour.declarations import PICTURES as DECLARED
from dsl_desk.app.tour.evidence import PICTURES as OF_EVIDENCE
from dsl_desk.app.tour.insights import PICTURES as OF_INSIGHTS
from dsl_desk.app.tour.keeping import PICTURES as OF_KEEPING
from dsl_desk.app.tour.left import PICTURES as WAS_LEFT
from dsl_desk.app.tour.lists import PICTURES as LISTS
from dsl_desk.app.tour.people import PICTURES
from dsl_desk.app.tour.policy import PICTURES as OF_POLICY
from dsl_desk.app.tour.registers import PICTURES as OF_REGISTERS
from dsl_desk.app.tour.requests import PICTURES as REQUESTS
from dsl_desk.app.tour.transfers import PICTURES as TRANSFERS
from dsl_desk.app.tour.way_out import PICTURES as WAY_OUT
from dsl_desk.ui.theme.look import Scheme

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

# Set-up, gate, day, vault and cases, ways in, damage, a new laptop, gallery, what was left; rooms
# count their own.
EVERY_PAGE = sum(
    (
        *(9, 5, 9, 9, 2, 1, 2, 1, OF_EVIDENCE),
        CONVERSATIONS,
        *(ACTS, PICTURES, ABOUT_ADULTS, OF_KEEPING, LISTS, OF_REGISTERS, OF_POLICY, OF_INSIGHTS),
        *(DECLARED, WAS_LEFT, WAY_OUT, TRANSFERS, REQUESTS),
    )
)


@pytest.mark.gate_story
def test_that_the_tour_takes_a_picture_of_every_page_and_prints_the_concern(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(last_resort, "_show", None)
    folder = tmp_path / "out"
    folder.mkdir()
    album = Album(folder, Scheme.LIGHT, QSize(1024, 640))
    paper = command._walk(qapp, tmp_path / "vault", album)
    index = write_index(folder, album.pictures, [paper]).read_text(encoding="utf-8")
    assert len(album.pictures) == EVERY_PAGE
    assert all(picture.stat().st_size > 1000 for picture in album.pictures)
    assert all(f'src="{picture.name}"' in index for picture in album.pictures)
    assert 'href="paper-concern.pdf"' in index
    assert paper.read_bytes().startswith(b"%PDF-")
