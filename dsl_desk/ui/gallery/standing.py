"""How things stand: chips, parts of the vault, duties, and what happened when."""

from __future__ import annotations

from dsl_desk.domain.compare import Difference, Piece
from dsl_desk.domain.compartment import Compartment
from dsl_desk.ui.gallery.section import Section
from dsl_desk.ui.kit.avatar import Avatar
from dsl_desk.ui.kit.chip import PartChip, Status, StatusChip
from dsl_desk.ui.kit.cited import Cited
from dsl_desk.ui.kit.clause import ClauseMark
from dsl_desk.ui.kit.compared import Compared
from dsl_desk.ui.kit.drawn_page import DrawnPage
from dsl_desk.ui.kit.duty import Duty, DutyList, DutyState
from dsl_desk.ui.kit.key_cap import KeyCap
from dsl_desk.ui.kit.mark import Mark
from dsl_desk.ui.kit.moment import DayOfMoments, Moment, NewVersion
from dsl_desk.ui.kit.timeline import Timeline
from dsl_desk.ui.theme.icon import Icon

MARK = 28
DSL, DEPUTY, HEAD = "Maya Fernsby", "Owen Larkspur", "Hester Winterbourne"
TOLD = Cited(
    "ELE 5.5",
    "Inappropriate communication that involves a pupil is reported immediately.",
    "Early Life Enterprise 5.5",
)
DUTIES = (
    Duty(DutyState.NOW, "Tell the Online Safety Coordinator"),
    Duty(DutyState.OVERDUE, "Contact the LADO", "Overdue by 2 h"),
    Duty(DutyState.WAITING, "Advice from the LADO"),
    Duty(DutyState.DONE, "Keep the time, date and place", "Done 09:02, MF"),
    Duty(DutyState.LATER, "Invite parents to work with you"),
    Duty(DutyState.DOES_NOT_APPLY, "LADO referral"),
)
FULL_DUTIES = (
    Duty(
        DutyState.NOW,
        "Tell the Online Safety Coordinator",
        sentence="Communication that involves a pupil and is not appropriate is reported at once.",
        clause=TOLD,
        action="Mark as told",
    ),
    Duty(
        DutyState.LATER,
        "Invite parents to work with you",
        clause=Cited("ELE 8.4", "Parents are invited to work with the school."),
        note="Within 2 days, as your school asks",
    ),
)
CONCERN = Moment(
    "09:02",
    Icon.NOTEBOOK_PEN,
    "Concern C-2026-041",
    quote="“nobody wants u on the residential.”",
    author=DSL,
    clause=Cited("IoW 6.3", "A decision is recorded before anyone looks."),
    versions=(NewVersion(2, "Time changed from 18:40 to 19:40.", "Wren checked her phone."),),
)
CALL = Moment(
    "08:45",
    Icon.PHONE_INCOMING,
    "Told by Lena Harebell, class teacher",
    sentence="She saw the messages when Wren showed her the phone.",
    author=DEPUTY,
    chain=False,
)


def statuses() -> Section:
    """Return a chip of every status."""
    section = Section("Status, always an icon and a word")
    words = {Status.OVERDUE: "Overdue by 2 h", Status.ENDS: "Ends 17:00"}
    chips = [StatusChip(status, words.get(status, "")) for status in Status]
    for first in range(0, len(chips), 3):
        section.row(*chips[first : first + 3])
    return section


def parts() -> Section:
    """Return the parts of the vault, with who can open them, and clause marks."""
    school = PartChip(Compartment.SCHOOL, (DSL, DEPUTY, HEAD))
    children = PartChip(Compartment.CHILDREN, (DSL, DEPUTY, HEAD))
    staff = PartChip(Compartment.STAFF, (DSL, HEAD))
    declarations = PartChip(Compartment.DECLARATIONS, (DSL, HEAD))
    marks = (ClauseMark(TOLD.code, TOLD.words, TOLD.source), ClauseMark("MAT CP 2"))
    return (
        Section("Part of the vault, always with who can open it")
        .row(children, staff)
        .row(declarations, school)
        .row(*marks, KeyCap("F1"), Mark(MARK), Avatar(DSL), Avatar(DEPUTY), Avatar(HEAD))
    )


def duties() -> Section:
    """Return a duty in every state, short and in full."""
    return Section("Duty").wide(DutyList(DUTIES)).wide(DutyList(FULL_DUTIES))


def timeline() -> Section:
    """Return a day of a chronology, with a new version."""
    day = DayOfMoments("Tuesday 17 November 2026", (CONCERN, CALL))
    return Section("Timeline, with a new version").wide(Timeline((day,)))


def drawn_pages() -> Section:
    """Return what a list shows in the place of any picture."""
    return Section("Evidence in a list, never its picture").row(DrawnPage(), DrawnPage())


def versions() -> Section:
    """Return an answer in two versions."""
    now = (Piece("“nobody wants u on the ", other=False), Piece("trip.”", other=True))
    was = (Piece("“nobody wants u on the ", other=False), Piece("residential.”", other=True))
    differs = Difference("words", was, now)
    compared = Compared("Word for word", differs, "Version 1, was", "Version 2")
    return Section("Two versions beside each other").wide(compared)
