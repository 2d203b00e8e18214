"""The LADO directory: what was installed, and what the school has put in its place."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.fields import FieldError, Fields
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.lado_directory import LADO_DIRECTORY, Authority, LadoDirectory, authority_of
from dsl_desk.domain.policy.changes import STATUTORY_REPORT
from dsl_desk.domain.record import Said
from dsl_desk.domain.rung import number_now
from dsl_desk.services.lado_forms import form_of
from dsl_desk.storage.shelves.settings import newest_setting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dsl_desk.domain.lado_form import LadoForm
    from dsl_desk.domain.rung import Number, Rung
    from dsl_desk.domain.working_days import Calendar
    from dsl_desk.services.sitting import Sitting

_HERE: Final = Compartment.SCHOOL
_LAYOUTS: Final = "layouts"
_NO_AUTHORITY: Final = "fields.toml"
_ONE_MORE: Final = "Another authority"


class LadoDirectories:
    """What can be asked about whom to ring."""

    def __init__(
        self,
        sitting: Sitting,
        resources: Path,
        calendar: Calendar,
        is_awake: Callable[[str], bool],
    ) -> None:
        self._sitting = sitting
        self._is_awake = is_awake
        self._shipped = shipped_authorities(resources / "lado")
        self._calendar = calendar

    def all(self) -> tuple[Authority, ...]:
        """Return every authority, as the school knows it."""
        return self._decided().over(self._shipped)

    def choices(self) -> tuple[Authority, ...]:
        """Return every authority, and one more to be filled in where none is blank."""
        known = self.all()
        one_more = Authority("", _ONE_MORE)
        return known if any(map(is_blank, known)) else (*known, one_more)

    def named(self) -> tuple[Authority, ...]:
        """Return the authorities a child may be said to live in: none that is yet blank."""
        return tuple(one for one in self.all() if not is_blank(one))

    def ours(self) -> Authority | None:
        """Return the authority the school works in; None until somebody said."""
        key = self._decided().ours
        return next((one for one in self.all() if one.key == key), None)

    def form(self, folder: Path) -> LadoForm | None:
        """Return what the form of our authority asks, in its order, as it is installed."""
        ours = self.ours()
        return None if ours is None else form_of(folder, ours.layout)

    def statutory_report(self) -> bool:
        """Tell whether the school's policy asks for the statutory report: one switch for all."""
        return self._is_awake(STATUTORY_REPORT)

    def number_now(self) -> Number | None:
        """Return whom to ring at this moment."""
        ours = self.ours()
        return None if ours is None else self.ring(ours)

    def ring(self, rung: Rung) -> Number:
        """Return whom to ring at this moment at one desk."""
        return number_now(rung, self._sitting.clock.now(), self._calendar)

    def confirm(self, authority: Authority) -> Changed[Authority]:
        """Say that a number was rung or looked up, and that this is where the school works."""
        today = self._sitting.clock.now().date()
        confirmed = authority.confirmed(self._sitting.member.name, today)
        return self._keep(confirmed)

    def change(self, authority: Authority) -> Changed[Authority]:
        """Put the school's own words in the place of what was installed: not confirmed by that."""
        return self._keep(authority.unconfirmed())

    def keep_childrens(self, authority: Authority, *, checked: bool) -> Changed[Authority]:
        """Keep the children's services of an authority; a new one has no key yet.

        Neither the school's own authority nor what was confirmed of any LADO is touched.
        """
        problems = authority.problems_of_childrens()
        if problems:
            raise DraftError(problems)
        now, by = self._sitting.clock.now(), self._sitting.member.name
        desk = authority.childrens
        desk = desk.confirmed(by, now.date()) if checked else desk.unconfirmed()
        key = authority.key or fresh_id(now)
        kept = replace(authority, key=key, childrens=replace(desk, key=key))
        self._write(self._decided().knowing(kept))
        return Changed(kept, frozenset({Thing.SETTINGS, Thing.ALLEGATIONS, Thing.PEOPLE}))

    def _keep(self, authority: Authority) -> Changed[Authority]:
        problems = authority.problems()
        if problems:
            raise DraftError(problems)
        self._write(self._decided().keeping(authority))
        return Changed(authority, frozenset({Thing.SETTINGS, Thing.ALLEGATIONS}))

    def _write(self, directory: LadoDirectory) -> None:
        name = EntryId(fresh_id(self._sitting.clock.now()))
        with self._sitting.writing(_HERE, EntryClass.SETTING) as write:
            write.record(LADO_DIRECTORY, Said(directory), name)

    def _decided(self) -> LadoDirectory:
        if _HERE not in self._sitting.parts:
            return LadoDirectory()
        part = self._sitting.part(_HERE)
        entry = newest_setting(part.database, LADO_DIRECTORY.name)
        found = None if entry is None else part.ledger.find(entry)
        return LadoDirectory() if found is None else LADO_DIRECTORY.said(found).draft


def is_blank(one: Authority) -> bool:
    """Tell whether nobody has filled in anything of an authority."""
    return not (one.area or one.telephone or one.childrens.telephone)


def shipped_authorities(folder: Path) -> tuple[Authority, ...]:
    """Return what was installed; a file that is missing or cannot be read is left out."""
    files = sorted(folder.glob("*.toml")) if folder.is_dir() else []
    found = [_read(file) for file in files if file.name != _NO_AUTHORITY]
    # Isle of Wight first, the blank one for everybody else last.
    return tuple(sorted((one for one in found if one), key=lambda one: not one.telephone))


def _read(file: Path) -> Authority | None:
    try:
        return authority_of(Fields(tomllib.loads(file.read_text("utf-8"))))
    except (OSError, ValueError, FieldError):
        return None
