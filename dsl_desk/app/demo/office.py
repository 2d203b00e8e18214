"""The office of the invented school: people, calendar, policy, registers, files and copies."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from dsl_desk.app.demo.cast import (
    ALBAN,
    COACH,
    HEADINGS,
    HESTER,
    MAYA,
    MEMBERS,
    OTHER_STAFF,
    OWEN,
    SUPPLY,
    TEACHERS,
)
from dsl_desk.app.demo.days import calendar_of
from dsl_desk.app.demo.stage import Scene
from dsl_desk.domain.child_file import ChildFileDraft, ChildStatus, Contact, PhotoException, Tie
from dsl_desk.domain.concern_choices import ConcernSort
from dsl_desk.domain.concern_list import Narrowing
from dsl_desk.domain.identity import IdentityDraft, Sureness
from dsl_desk.domain.kept_filter import KeptFilterDraft
from dsl_desk.domain.person import PersonDraft, PersonKind, StaffKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.post import Post
from dsl_desk.domain.progress import untold
from dsl_desk.services.importing import AT_ONCE, guess_columns, plan, read_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date, datetime

    from dsl_desk.app.demo.stage import Stage
    from dsl_desk.services.desk import Desk

_HOUR: Final = timedelta(hours=1)
_WHY: Final = "As the governors decided"


def begin(stage: Stage, profile: str, desk: Desk) -> None:
    """Do what a school does first: posts, policy, calendar, people, whom to ring."""
    ids = {name: member for name, (member, _key) in stage.keys.items()}
    for name, stand_in in ((MAYA, OWEN), (HESTER, OWEN), (ALBAN, HESTER)):
        desk.members.appoint(Post(MEMBERS[name], ids[name], ids[stand_in]), _WHY)
    desk.policy.adopt(profile, _WHY, stage.fresh())
    desk.calendars.change(calendar_of(stage.today), "The terms of two years", stage.fresh())
    _take_in_pupils(stage, desk)
    for name in (*MEMBERS, *TEACHERS, *OTHER_STAFF, COACH, SUPPLY):
        _add_staff(stage, desk, name)
    # An authority that does not exist: nobody rings a real number while trying.
    authority = replace(
        desk.lado.all()[-1],
        area="Fernshire",
        name="Fernshire LADO",
        telephone="01632 960 200",
    )
    desk.lado.change(authority)
    confirmed = desk.lado.confirm(authority).answer
    team = replace(confirmed.childrens, name="Fernshire front door", telephone="01632 960 210")
    desk.lado.keep_childrens(replace(confirmed, childrens=team), checked=True)


def _take_in_pupils(stage: Stage, desk: Desk) -> None:
    with TemporaryDirectory(prefix="dsl-desk-demo-") as drawer:
        file = Path(drawer) / "pupils.csv"
        file.write_text("\n".join((HEADINGS, *(one.row for one in stage.cast.pupils))), "utf-8")
        sheet = read_file(file)
    known = desk.importing.known()
    columns = guess_columns(sheet, {})
    planned = plan(sheet, columns, known, stage.clock, untold).writes({}, leavers=False)
    for first in range(0, len(planned), AT_ONCE):
        desk.importing.take_in(planned[first : first + AT_ONCE])
    for row in desk.importing.known():
        stage.cast.records[row.name] = row.id


def _add_staff(stage: Stage, desk: Desk, name: str) -> None:
    forename, surname = name.split(" ", maxsplit=1)
    kinds = {COACH: StaffKind.CONTRACTOR, SUPPLY: StaffKind.SUPPLY, ALBAN: StaffKind.GOVERNOR}
    kind = kinds.get(name, StaffKind.SUPPORT if name in OTHER_STAFF else StaffKind.TEACHER)
    draft = PersonDraft(PersonKind.STAFF, surname, forename, staff_kind=kind)
    stage.cast.records[name] = desk.people.add(draft, stage.fresh()).answer.id


def scenes(stage: Stage, moment: Mapping[int, datetime]) -> Iterator[Scene]:
    """Return what the office does in a term; `moment` says when the nth school day begins."""
    # Of a school of many years, some were not born when its first list was taken in.
    yield Scene(moment[0], MAYA, partial(_take_in_pupils, stage))
    yield Scene(moment[0] + 3 * _HOUR, MAYA, partial(_files, stage))
    yield Scene(moment[2] + 2 * _HOUR, MAYA, partial(_accounts_online, stage))
    yield Scene(moment[3] + 2 * _HOUR, MAYA, partial(_keep_a_filter, stage))
    yield Scene(moment[28] + 5 * _HOUR, MAYA, _print_the_newest)
    yield Scene(moment[40] + 3 * _HOUR, HESTER, _look_at_the_newest)


def _files(stage: Stage, desk: Desk) -> None:
    wren, linnet = stage.cast.pupils[0], stage.cast.pupils[1]
    mother = Contact(PersonRef("Carys Tamarisk"), "Mother", "01632 960 111", responsible=True)
    draft = ChildFileDraft(
        stage.cast.ref(wren.name),
        ChildStatus.CHILD_IN_NEED,
        stage.today.replace(month=1, day=15).isoformat(),
        "Bryony Dunlin",
        (mother,),
        (Tie(stage.cast.ref(linnet.name), "Sister"),),
        photo_exception=PhotoException.NOT_POSTED,
        photo_since=stage.today.replace(month=1, day=15).isoformat(),
    )
    desk.people.keep_file(None, draft, "", stage.fresh())
    others = ((5, ChildStatus.FAMILY_HELP), (8, ChildStatus.PROTECTION_PLAN))
    for place, status in (*others, (13, ChildStatus.LOOKED_AFTER)):
        ref = stage.cast.ref(stage.cast.pupils[place].name)
        desk.people.keep_file(None, ChildFileDraft(ref, status), "", stage.fresh())


def _accounts_online(stage: Stage, desk: Desk) -> None:
    wren = stage.cast.ref(stage.cast.pupils[0].name)
    for draft in (
        IdentityDraft(
            "Instagram",
            "@quiet_fern",
            (),
            Sureness.CONFIRMED,
            person=wren,
            basis="She showed it to us",
        ),
        IdentityDraft("Instagram", "6h.secrets"),
    ):
        desk.identities.add(draft, stage.fresh())


def _keep_a_filter(stage: Stage, desk: Desk) -> None:
    sorts = (ConcernSort.CYBERBULLYING, ConcernSort.COMMENTS)
    desk.kept_filters.keep(KeptFilterDraft("Unkind online", Narrowing(sorts=sorts)), stage.fresh())


def copying(moment: Mapping[int, datetime], at: tuple[int, ...], copies: Path) -> Iterator[Scene]:
    """Return when copies of the vault are made, and when the first of them is tried."""
    for nth in at:
        yield Scene(moment[nth] + 7 * _HOUR, MAYA, partial(_copy, copies))
    for nth in at[:1]:
        yield Scene(moment[nth + 1] + 7 * _HOUR, MAYA, partial(_rehearse, copies))


def _copy(copies: Path, desk: Desk) -> None:
    desk.snapshots.take(copies)


def _rehearse(copies: Path, desk: Desk) -> None:
    desk.snapshots.rehearse(desk.snapshots.copies_in(copies)[0])


def _look_at_the_newest(desk: Desk) -> None:
    for row in desk.concerns.page(0, 3).rows:
        desk.concerns.open(row.id)


def _print_the_newest(desk: Desk) -> None:
    """Make a copy for a meeting; the paper itself is not kept here."""
    desk.concerns.make_pdf(desk.concerns.page(0, 1).rows[0].id)


def days_at_work(days: list[date], moment: datetime) -> dict[int, datetime]:
    """Return when each school day of the term begins, by its number."""
    return {
        nth: moment.replace(year=d.year, month=d.month, day=d.day) for nth, d in enumerate(days)
    }
