"""Looking at accounts, as one drawer of the desk: decisions, evidence, custody, quarantine."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dsl_desk.services.captures import Captures
from dsl_desk.services.custody import Custody
from dsl_desk.services.quarantines import Quarantines
from dsl_desk.services.told import Told
from dsl_desk.services.viewings import Viewings

if TYPE_CHECKING:
    from dsl_desk.services.cases import Cases
    from dsl_desk.services.directory import Directory
    from dsl_desk.services.viewing_book import ViewingBook


@dataclass(frozen=True)
class Looks:
    """What belongs together from the decision to the paper."""

    viewings: Viewings = field(repr=False)
    told: Told = field(repr=False)
    evidence: Captures = field(repr=False)
    custody: Custody = field(repr=False)
    quarantines: Quarantines = field(repr=False)


def looks_of(book: ViewingBook, cases: Cases, directory: Directory) -> Looks:
    """Return what one member can ask for about looking."""
    viewings, quarantines = Viewings(book, cases, directory), Quarantines(book)
    captures = Captures(viewings, quarantines)
    return Looks(viewings, Told(book), captures, Custody(book), quarantines)
