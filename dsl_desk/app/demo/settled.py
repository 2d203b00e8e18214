"""What comes up once in a while: settings, a hold, what was filed wrongly, and what has to go."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from dsl_desk.app.demo.cast import HESTER, LENA, MAYA, OWEN
from dsl_desk.app.demo.pictures import a_conversation
from dsl_desk.app.demo.stage import Scene
from dsl_desk.domain.concern_choices import SafeNow
from dsl_desk.domain.concern_draft import ConcernDraft
from dsl_desk.domain.concern_parts import Involved, Teller
from dsl_desk.domain.ids import EntryId, RecordId
from dsl_desk.domain.leaving import LeavingDraft, Recipient, RecipientSort
from dsl_desk.domain.misfiling import DpoTold, MisfilingDraft
from dsl_desk.domain.people_settings import PeopleSettings
from dsl_desk.domain.person import PersonDraft, PersonKind, StaffKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.policy.changes import OwnDuty
from dsl_desk.domain.retention import RetentionClass
from dsl_desk.domain.retention_period import PeriodDraft

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from dsl_desk.app.demo.stage import Stage
    from dsl_desk.domain.packing import Json
    from dsl_desk.services.desk import Desk

_WRONG, _RIGHT = 26, 27
_TWICE: Final = "Gale Burdock"
_OURS: Final[Mapping[str, Json]] = {
    "id": "own_1",
    "clause": "Staff handbook 4.2",
    "do": "tell",
    "tell": ["it"],
    "by": "within 2 working hours",
    "words": "Ask IT to keep the logs of the filter.",
    "when": {"all": ["sort: filter_bypass"]},
}


class Settled:
    """What is settled, each by whoever settles it; what was written before is still known."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._concern = self._double = self._proposal = RecordId("")
        self._export = EntryId("")

    def settle(self, desk: Desk) -> None:
        """Say how long a desk stays unlocked, what lists look like, how long registers are kept."""
        desk.settings.choose_lock_after(15)
        desk.importing.settle(PeopleSettings({"surname": "Legal Surname", "upn": "UPN"}))
        why = "As the governors decided: our insurer asks for it"
        period = PeriodDraft(RetentionClass.REGISTER, 8, why)
        desk.retention.change_period(period, self._stage.fresh())
        desk.leaving.seals.wanted()
        kit = desk.ways_in.make_kit().answer
        desk.ways_in.confirm_kit(kit.code)

    def add_a_duty(self, desk: Desk) -> None:
        """Ask for something of the school's own, beside its policy."""
        view = desk.policy.in_force()
        own = OwnDuty(_OURS, "The staff meeting asked for it")
        entry, changes = self._stage.fresh(), replace(view.changes, added=(own,))
        of = EntryId(desk.policy.mark().entry)
        desk.policy.change(of, changes, "As the staff meeting asked", entry)

    def see_the_duty(self, desk: Desk) -> None:
        """Say that it was seen, as another than who added it."""
        own = desk.policy.in_force().own[0].own
        desk.policy.see(own.id, own.since, self._stage.fresh())

    def one_person(self, desk: Desk) -> None:
        """Say that a record added by hand is of somebody who had one."""
        draft = PersonDraft(PersonKind.STAFF, "Burdock", "Gail", staff_kind=StaffKind.SUPPORT)
        other = desk.people.add(draft, self._stage.fresh()).answer.id
        kept = RecordId(self._stage.cast.records[_TWICE])
        desk.people.merge(kept, other, "Spelled wrongly when it was added", self._stage.fresh())

    def write(self, desk: Desk) -> None:
        """Write two concerns down: one under the wrong name, one a second time; scan the note."""
        wrong = self._stage.cast.pupils[_WRONG].name
        self._concern = self._told(desk, wrong, "Said she is not allowed in at home before six.")
        self._double = self._told(desk, wrong, "Entered to try the form out.")
        with TemporaryDirectory(prefix="dsl-desk-demo-") as drawer:
            scan = Path(drawer) / "note.png"
            lines = ((LENA, "Not allowed in before six, she says. Told Maya at break."),)
            scan.write_bytes(a_conversation("Note of the class teacher", lines))
            desk.papers.keep(self._concern, scan, self._stage.fresh())

    def put_right(self, desk: Desk) -> None:
        """Move it to the child it is about."""
        pupils, cast = self._stage.cast.pupils, self._stage.cast
        was, now = cast.ref(pupils[_WRONG].name), cast.ref(pupils[_RIGHT].name)
        why = "Two children of one class were mixed up"
        draft = MisfilingDraft(self._concern, was, now, why, DpoTold.TOLD, "The same day")
        desk.misfilings.act(draft, self._stage.fresh())

    def hold_and_propose(self, desk: Desk) -> None:
        """Put one on hold, and propose that the other goes."""
        why = "The social worker asked us to keep everything about this"
        desk.retention.hold(self._concern, why, self._stage.fresh())
        early = "It was never a concern: somebody tried the form out"
        proposed = desk.disposals.propose(
            self._double, "Nobody told us this", self._stage.fresh(), early
        )
        self._proposal = proposed.answer.id

    def agree(self, desk: Desk) -> None:
        """Agree, as the second person: it goes for good."""
        desk.disposals.agree(self._proposal, "Seen, and nothing is lost", self._stage.fresh())

    def take_everything_out(self, desk: Desk) -> None:
        """Let everything leave, locked; whoever wants to read it makes it again."""
        whom = Recipient(RecipientSort.GOVERNORS, PersonRef("Linnea Marshwort"), "The trust")
        draft = LeavingDraft(whom, "To try whether another system can read it")
        self._export = self._stage.fresh()
        desk.machine_readable.leave(draft, self._export)

    def see_that_it_left(self, desk: Desk) -> None:
        """Say so, as another than who took it out."""
        desk.machine_readable.see(self._export, self._stage.fresh())

    def _told(self, desk: Desk, child: str, words: str) -> RecordId:
        draft = ConcernDraft(
            people=(Involved(self._stage.cast.ref(child)),),
            told_by=Teller(LENA),
            told_at=self._stage.now(),
            words=words,
            safe_now=SafeNow.YES,
        )
        return desk.concerns.record(draft, self._stage.fresh()).answer.id


def scenes(
    stage: Stage, moment: Mapping[int, datetime], *, everything: bool = True
) -> Iterator[Scene]:
    """Return what is settled in a term; `moment` says when the nth school day begins.

    `everything`: all there is leaves once, which of a very large vault takes longer than making it.
    """
    late, one = timedelta(hours=6.5), Settled(stage)
    taken_out = (52, MAYA, one.take_everything_out), (53, OWEN, one.see_that_it_left)
    acts = (
        (1, MAYA, one.settle),
        (1, MAYA, one.one_person),
        (2, MAYA, one.add_a_duty),
        (40, HESTER, one.see_the_duty),
        (50, MAYA, one.write),
        (51, MAYA, one.put_right),
        (52, MAYA, one.hold_and_propose),
        (53, OWEN, one.agree),
        *(taken_out if everything else ()),
    )
    for place, (nth, who, act) in enumerate(acts):
        yield Scene(moment[nth] + late + timedelta(minutes=place), who, act)
