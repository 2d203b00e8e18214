"""What becomes of pictures: looked at, put in order, covered, printed, and one set aside."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QImage

from dsl_desk.app.demo.cast import MAYA, POLICE
from dsl_desk.app.demo.looks import capture
from dsl_desk.app.demo.pictures import a_conversation
from dsl_desk.app.demo.stage import Scene
from dsl_desk.domain.conversation import ConversationDraft, Shot, Speaker
from dsl_desk.domain.evidence import EvidenceDraft
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.leaving import (
    HowItLeaves,
    LeavingDraft,
    PaperSort,
    Recipient,
    RecipientSort,
    Wish,
)
from dsl_desk.domain.picture import Decoded, PictureFacts, PictureSort, Pixels
from dsl_desk.domain.plain_picture import PlainPicture
from dsl_desk.domain.quarantine import QuarantineDraft
from dsl_desk.domain.sharing_marks import Area, CopyDraft, CoverReason, Mark, MarkSort
from dsl_desk.services.sharing import CopyMaker

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from dsl_desk.app.demo.stage import Stage
    from dsl_desk.domain.evidence import Evidence
    from dsl_desk.domain.progress import Progress
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.doorway import Looking

_NAMED: Final = Mark(MarkSort.COVER, Area(28, 70, 140, 24), CoverReason.OTHER_NAME)
_LOOKED: Final = 95  # seconds
_MISTAKE: Final = "It was let in before anybody saw what it shows. Nobody looks again."


class Pictures:
    """What was handed in, and what is done with it."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def look_and_put_in_order(self, desk: Desk) -> None:
        """Open it, put it in order as a conversation, and make the paper of that."""
        evidence = self._handed_in(desk)
        desk.evidence.closed(desk.evidence.open(evidence.id), _LOOKED)
        words = "~ ash: nobody wants u on the residential. just dont come.\nwren: why"
        draft = ConversationDraft(
            "The group, on one evening",
            "WhatsApp, 6H no teachers",
            (Shot(evidence.id, words=words),),
            (Speaker("wren", self._stage.cast.ref(self._stage.cast.pupils[0].name)),),
            evidence.captured.basis,
        )
        made = desk.conversations.write(draft, self._stage.fresh()).answer
        whom = Recipient(RecipientSort.OWN_FILE)
        why = "Printed for the meeting, and shredded after it"
        paper = LeavingDraft(whom, "For the file", how=HowItLeaves.PRINTED, unlocked_why=why)
        wish = Wish(PaperSort.CONVERSATION, made.id)
        desk.leaving.leave(wish, paper, self._stage.fresh())

    def cover(self, desk: Desk) -> None:
        """Make a copy for sharing, with a name covered."""
        maker = CopyMaker(_as_drawn, _unmarked, self._stage.clock)
        looking = desk.evidence.open(self._handed_in(desk).id)
        sealed = maker.seal(looking, CopyDraft((_NAMED,)))
        desk.evidence.closed(looking, _LOOKED)
        desk.sharing.keep(sealed, self._stage.fresh())

    def set_aside(self, desk: Desk) -> None:
        """Take a wrong tick at the stop back, and set aside what should never have come in."""
        basis = self._handed_in(desk).captured.basis
        why = "The wrong answer was ticked: it is a page of text"
        desk.told.take_stop_back(RecordId(basis), why, self._stage.fresh())
        said = EvidenceDraft("Not looked at", "Handed in with the others", self._stage.now())
        capture(self._stage, desk, RecordId(basis), a_conversation("-", ()), said)
        newest = desk.evidence.page(0, 1).rows[0]
        aside = desk.quarantines.set_aside(newest.id, _MISTAKE, self._stage.fresh()).answer
        advice = QuarantineDraft(
            newest.id,
            _MISTAKE,
            officer="Sergeant Heath Lapwing",
            rung_at=self._stage.now(),
            reference=POLICE,
            advice="Keep it shut. We fetch it on Monday.",
        )
        desk.quarantines.write_advice(aside, advice, self._stage.fresh())

    def _handed_in(self, desk: Desk) -> Evidence:
        rows = desk.evidence.page(0, 9).rows
        return next(one for one in rows if not desk.quarantines.holds(one.id))


def _as_drawn(looking: Looking, _progress: Progress, _page: int = 0) -> Decoded:
    """Return a picture this program drew itself: nothing of it comes from outside."""
    image = QImage.fromData(looking.content()).convertToFormat(QImage.Format.Format_RGBA8888)
    wide, high = image.width(), image.height()
    rows = bytes(image.constBits())
    return Decoded(PictureFacts(PictureSort.PNG, wide, high), Pixels(wide, high, rows))


def _unmarked(pixels: Pixels, _draft: CopyDraft) -> PlainPicture:
    """Return what is left once the covers are black: nothing else is drawn on this copy."""
    rgb = b"".join(pixels.rgba[at : at + 3] for at in range(0, len(pixels.rgba), 4))
    return PlainPicture(pixels.width, pixels.height, rgb)


def scenes(stage: Stage, moment: Mapping[int, datetime]) -> Iterator[Scene]:
    """Return when it is done; `moment` says when the nth school day begins."""
    one = Pictures(stage)
    for nth, act in ((46, one.look_and_put_in_order), (46, one.cover), (47, one.set_aside)):
        yield Scene(moment[nth] + timedelta(hours=6), MAYA, act)
