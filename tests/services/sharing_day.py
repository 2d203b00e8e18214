"""A copy for sharing with valid answers; a test overrides what matters to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.picture import Decoded, PictureFacts, PictureSort, Pixels
from dsl_desk.domain.plain_picture import PlainPicture
from dsl_desk.domain.sharing_marks import Area, CopyDraft, CoverReason, Mark, MarkSort
from dsl_desk.services.sharing import CopyMaker
from tests.services.looking import fresh_entry

if TYPE_CHECKING:
    from dsl_desk.domain.evidence import Evidence
    from dsl_desk.domain.progress import Progress
    from dsl_desk.domain.sharing_copy import SharingCopy
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.doorway import Looking

FACE = Mark(MarkSort.COVER, Area(4, 2, 6, 5), CoverReason.OTHER_FACE)
DRAFT = CopyDraft((FACE,))


def rows(wide: int, high: int, seed: int = 0) -> bytes:
    """Pixels that differ from one another, each fully opaque."""
    return b"".join(bytes([(at * 7 + seed) % 256, at % 256, 9, 255]) for at in range(wide * high))


def seen(looking: Looking, _progress: Progress, _page: int = 0) -> Decoded:
    """The decoder's part, proved as the real one does; its own tests open real pictures."""
    looking.content()
    facts = PictureFacts(PictureSort.PNG, 24, 16)
    return Decoded(facts, Pixels(24, 16, rows(24, 16)))


def unpainted(pixels: Pixels, _draft: CopyDraft) -> PlainPicture:
    rgb = b"".join(pixels.rgba[at : at + 3] for at in range(0, len(pixels.rgba), 4))
    return PlainPicture(pixels.width, pixels.height, rgb)


def a_copy(desk: Desk, evidence: Evidence, draft: CopyDraft = DRAFT) -> SharingCopy:
    maker = CopyMaker(seen, unpainted, desk.sitting.clock)
    sealed = maker.seal(desk.evidence.open(evidence.id), draft)
    return desk.sharing.keep(sealed, fresh_entry(desk)).answer
