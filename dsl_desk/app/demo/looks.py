"""What was looked at in a term, what was handed in, and what was told in words only."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from dsl_desk.app.demo.cast import HESTER, MAYA, OWEN, POLICE
from dsl_desk.app.demo.pictures import a_conversation
from dsl_desk.app.demo.stage import Scene
from dsl_desk.domain.evidence import EvidenceDraft
from dsl_desk.domain.handed_in import HandedInDraft
from dsl_desk.domain.ids import RecordId, fresh_id
from dsl_desk.domain.moments import wall_clock
from dsl_desk.domain.stop import Stop, StopAnswer, WayIn
from dsl_desk.domain.viewing import Authority, Look, OpenToAll, Stands, ViewingDraft
from dsl_desk.domain.viewing_standing import Agreed, AnswerDraft
from dsl_desk.domain.words_only import Trigger, WordsOnlyDraft
from dsl_desk.services.seeing import facts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from dsl_desk.app.demo.stage import Stage
    from dsl_desk.services.desk import Desk

_THE_PAGE = "instagram.com/6h.secrets"
_HOUR = timedelta(hours=1)


def scenes(stage: Stage, moment: Mapping[int, datetime]) -> Iterator[Scene]:
    """Return every look of the term; `moment` says when the nth school day begins."""
    wren = stage.cast.pupils[0].name
    one = _Look(stage, wren)
    at = moment[20]
    yield Scene(at + _HOUR, MAYA, one.decide)
    yield Scene(at + 2 * _HOUR, HESTER, one.agree)
    yield Scene(at + 2.2 * _HOUR, MAYA, one.capture)
    yield Scene(at + 2.6 * _HOUR, MAYA, one.end)
    yield Scene(moment[33] + _HOUR, OWEN, partial(_not_to_look, stage))
    yield Scene(moment[44] + 5 * _HOUR, OWEN, partial(_handed_in, stage, wren))
    yield Scene(moment[48] + 2 * _HOUR, MAYA, partial(_in_words, stage))
    last = _Look(stage, stage.cast.pupils[11].name, "kit.plays.late")
    yield Scene(moment[59] + 0.5 * _HOUR, OWEN, last.decide)


class _Look:
    """A decision to look at one public page, and what was found there."""

    def __init__(self, stage: Stage, whose: str, handle: str = "6h.secrets") -> None:
        self._stage, self._whose, self._handle = stage, whose, handle
        self._record = RecordId("")
        self._forbidden = False

    def decide(self, desk: Desk) -> None:
        """Decide to look, or not to where the school's policy forbids it."""
        draft = _draft(self._stage, desk, self._whose, self._handle)
        self._forbidden = desk.viewings.rules.forbidden
        if self._forbidden:
            draft = replace(draft, look=Look.NOT_TO_LOOK)
        self._record = desk.viewings.decide(draft, self._stage.fresh()).answer.id

    def agree(self, desk: Desk) -> None:
        """Agree, as another person."""
        if self._forbidden:
            return
        words = "Agreed. One look, this page only, and tell me what you found."
        draft = AnswerDraft(self._record, 1, Agreed.YES, words)
        desk.viewings.answer(draft, self._stage.fresh())

    def capture(self, desk: Desk) -> None:
        """Let the picture of the page in."""
        if self._forbidden:
            return
        posts = (
            ("6h.secrets", "guess who is scared of the residential"),
            ("somebody_0", "wren lol"),
            ("6h.secrets", "poll: should she come? yes / NO"),
        )
        first = self._whose.split(" ", maxsplit=1)[0]
        shows = f"A poll about whether {first} should come on the residential"
        picture = a_conversation("6h.secrets", posts)
        capture(self._stage, desk, self._record, picture, _said(self._stage, shows))

    def end(self, desk: Desk) -> None:
        """Say what was found."""
        if self._forbidden:
            return
        viewing = desk.viewings.open(self._record).viewing
        found = "The page names her twice. No other child is named. Reported to the platform."
        desk.viewings.end(viewing, found, self._stage.fresh())


def capture(stage: Stage, desk: Desk, basis: RecordId, picture: bytes, said: EvidenceDraft) -> None:
    """Let one picture in, as the page does: a stop that says No, a doorway, a decoder, an entry."""
    now = stage.clock.now()
    stop = Stop(fresh_id(now), StopAnswer.NO, WayIn.FILE, 1, basis, now)
    sealed = desk.evidence.let_in(stop).seal(io.BytesIO(picture), "Screenshot.png", facts_of)
    desk.evidence.keep(sealed, said, stage.fresh())


def _said(stage: Stage, shows: str) -> EvidenceDraft:
    return EvidenceDraft(shows, _THE_PAGE, stage.now(), context="One page, as anybody sees it")


def _draft(stage: Stage, desk: Desk, whose: str, handle: str) -> ViewingDraft:
    now = stage.clock.now()
    return ViewingDraft(
        whose=stage.cast.ref(whose),
        stands=Stands.CHILD,
        platform="Instagram",
        handle=handle,
        address=f"instagram.com/{handle}",
        open_to_all=OpenToAll.YES,
        open_how="Opened without logging in, in a private window",
        to_confirm="Whether the page names the child",
        why="It is said to. Looking is the only way to confirm or refute it.",
        less_intrusive="The child and a parent were asked; neither can see it any more",
        proportionate="One public page, one viewing, about one child's safety",
        best_placed=f"{desk.member.name}. Not the class teacher, who would be recognised.",
        looker=stage.cast.ref(desk.member.name),
        looker_member=desk.member.id,
        device="The laptop of the office, with no account",
        school_device=True,
        own_account=True,
        not_vetting=True,
        this_case=True,
        authority=Authority.ASKED,
        authoriser=HESTER,
        starts=wall_clock(now),
        ends=wall_clock(now + timedelta(hours=4)),
    )


def _not_to_look(stage: Stage, desk: Desk) -> None:
    draft = _draft(stage, desk, stage.cast.pupils[7].name, "merle_and_friends")
    why = "The family has screenshots and will bring them. Nothing is gained by looking ourselves."
    desk.viewings.decide(replace(draft, look=Look.NOT_TO_LOOK, why=why), stage.fresh())


def _handed_in(stage: Stage, wren: str, desk: Desk) -> None:
    draft = HandedInDraft(
        from_whom="Carys Tamarisk, mother",
        at=stage.now(),
        how="Printed by her and brought to the office",
        words="“I thought you should see what they write to her.”",
        people=(stage.cast.ref(wren),),
    )
    basis = desk.told.take(draft, stage.fresh()).answer.id
    lines = (
        ("~ ash", "nobody wants u on the residential. just dont come."),
        ("wren", "why"),
        ("~ ash", "u know why"),
    )
    shows = "Three messages in a group of 14, two of them to Wren"
    capture(stage, desk, basis, a_conversation("6H no teachers", lines), _said(stage, shows))


def _in_words(stage: Stage, desk: Desk) -> None:
    draft = WordsOnlyDraft(
        told_by="A lunchtime supervisor",
        at=stage.now(),
        words="A pupil of another school is said to have sent an image of herself. Not seen here.",
        accounts="Snapchat, name not known",
        ages="Said to be 13",
        triggers=(Trigger.COERCED,),
        police=f"Rung at once; {POLICE}",
    )
    desk.told.record_in_words(draft, stage.fresh())
