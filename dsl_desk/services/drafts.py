"""Drafts: whatever is being typed, sealed in the spool and brought back after a lock."""

from __future__ import annotations

import re
from threading import RLock
from typing import TYPE_CHECKING, Final, TypeAlias

from dsl_desk.domain.disk import disk_told_as_facts
from dsl_desk.domain.vault_errors import SpoolDamagedError
from dsl_desk.services.places import drafts_file
from dsl_desk.storage.spool import Spool

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from dsl_desk.domain.ids import MemberId

Forms: TypeAlias = dict[str, dict[str, str]]

_RECORD: Final = re.compile(r"[0-9a-f]{32}")
_ONLY_THE_OWNER: Final = 0o600
_PUT_BY: Final = "put-by:"  # no form has such a name


class Drafts:
    """What is typed and not recorded yet. Drafts are no entries and are in no snapshot.

    Beside the forms the spool holds what was put by: saved, and waiting for the next round of the
    sealed slots, so that no file tells when it was written. A spool that does not open keeps
    nobody from the records: `lost` says that there was one.
    """

    def __init__(self, spool: Spool) -> None:
        self._spool = spool
        self._turn = RLock()  # the window's thread keeps forms, the worker's puts by
        self.lost = False
        try:
            found: Forms = spool.unseal()
        except SpoolDamagedError:
            found = {}
            self.lost = True
        self._forms = {form: kept for form, kept in found.items() if not form.startswith(_PUT_BY)}
        self._put_by = {form: kept for form, kept in found.items() if form.startswith(_PUT_BY)}

    def keep(self, form: str, fields: Mapping[str, str]) -> None:
        """Seal what stands in a form now, with all that is kept of other forms."""
        with self._turn:
            self.keep_all({**self._forms, form: fields})

    def keep_all(self, forms: Mapping[str, Mapping[str, str]]) -> None:
        """Seal what stands in all forms now: the last act before a lock."""
        with self._turn:
            self._spool.seal({**forms, **self._put_by})
            self._forms = {form: dict(fields) for form, fields in forms.items()}

    def brought_back(self) -> Mapping[str, Mapping[str, str]]:
        """Return what was being typed, form by form."""
        return dict(self._forms)

    def discard(self, form: str) -> None:
        """Forget a form: it was recorded, or thrown away."""
        with self._turn:
            if form in self._forms:
                kept = {name: fields for name, fields in self._forms.items() if name != form}
                self.keep_all(kept)

    def discard_about(self, is_gone: Callable[[str], bool]) -> None:
        """Forget every form that is named after a record that is gone: its words go, too."""
        for form in tuple(self._forms):
            if any(is_gone(record) for record in _RECORD.findall(form)):
                self.discard(form)

    def put_by(self, name: str, fields: Mapping[str, str]) -> None:
        """Seal what waits under a name, in the place of what waited there before."""
        with self._turn:
            put_by = {**self._put_by, _PUT_BY + name: dict(fields)}
            self._spool.seal({**self._forms, **put_by})
            self._put_by = put_by

    def waiting(self, name: str) -> Mapping[str, str]:
        """Return what waits under a name."""
        return dict(self._put_by.get(_PUT_BY + name, {}))


def prepare_drafts(folder: Path, member: MemberId) -> None:
    """Make the spool of somebody who becomes a member: it is there, whole, before it is needed."""
    path = drafts_file(folder, member)
    with disk_told_as_facts():
        Spool.prepare(path)
        path.chmod(_ONLY_THE_OWNER)
