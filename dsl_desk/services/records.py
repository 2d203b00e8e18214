"""What a desk can be asked about records, made once at unlock: one service for each kind."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dsl_desk.services.calendars import Calendars
from dsl_desk.services.chronology import Chronology
from dsl_desk.services.concerns import Concerns
from dsl_desk.services.directory import Directory
from dsl_desk.services.people import People
from dsl_desk.services.platforms import Platforms
from dsl_desk.services.referrals import Referrals
from dsl_desk.services.register_papers import RegisterPapers
from dsl_desk.services.registers import Registers
from dsl_desk.services.search import Search
from dsl_desk.services.steps import Steps
from dsl_desk.services.tasks import Tasks
from dsl_desk.services.today import TodaysWork

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.services.cases import Cases
    from dsl_desk.services.concern_paper import ConcernPaper
    from dsl_desk.services.identities import Identities
    from dsl_desk.services.importing import Importing
    from dsl_desk.services.sitting import Sitting


@dataclass(frozen=True)
class Records:
    """One service per kind of record."""

    concerns: Concerns = field(repr=False)
    steps: Steps = field(repr=False)
    referrals: Referrals = field(repr=False)
    people: People = field(repr=False)
    importing: Importing = field(repr=False)
    identities: Identities = field(repr=False)
    search: Search = field(repr=False)
    chronology: Chronology = field(repr=False)
    tasks: Tasks = field(repr=False)
    today: TodaysWork = field(repr=False)
    calendars: Calendars = field(repr=False)
    platforms: Platforms = field(repr=False)
    registers: Registers = field(repr=False)
    register_papers: RegisterPapers = field(repr=False)


def records_of(sitting: Sitting, cases: Cases, paper: ConcernPaper, resources: Path) -> Records:
    """Return the services of one sitting."""
    people = People(sitting, Directory(sitting))
    concerns = Concerns(sitting, cases, paper)
    calendars = Calendars(sitting, resources)
    referrals = Referrals(sitting, concerns, calendars)
    registers = Registers(sitting, cases, people.directory, calendars)
    return Records(
        concerns=concerns,
        people=people,
        importing=people.importing,
        identities=people.identities,
        steps=Steps(sitting, concerns),
        referrals=referrals,
        search=Search(sitting),
        chronology=Chronology(sitting, people.directory.same_as),
        tasks=Tasks(sitting),
        today=TodaysWork(sitting, concerns, referrals, people.directory.name_of, registers.needs),
        calendars=calendars,
        platforms=Platforms(people.directory, sitting.clock, resources),
        registers=registers,
        register_papers=RegisterPapers(sitting, people.directory, paper),
    )
