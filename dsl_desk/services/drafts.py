"""Drafts: whatever is being typed, sealed in the spool and brought back after a lock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.errors import SpoolDamagedError
from dsl_desk.services.places import drafts_file
from dsl_desk.storage.spool import Spool

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from dsl_desk.domain.ids import MemberId

_ONLY_THE_OWNER: Final = 0o600


class Drafts:
    """What is typed and not recorded yet. Drafts are no entries and are in no snapshot.

    A spool that does not open keeps nobody from the records: `lost` says that there was one.
    """

    def __init__(self, spool: Spool) -> None:
        self._spool = spool
        self.lost = False
        try:
            self._forms: dict[str, dict[str, str]] = spool.unseal()
        except SpoolDamagedError:
            self._forms = {}
            self.lost = True

    def keep(self, form: str, fields: Mapping[str, str]) -> None:
        """Seal what stands in a form now, with all that is kept of other forms."""
        self.keep_all({**self._forms, form: fields})

    def keep_all(self, forms: Mapping[str, Mapping[str, str]]) -> None:
        """Seal what stands in all forms now: the last act before a lock."""
        self._spool.seal(forms)
        self._forms = {form: dict(fields) for form, fields in forms.items()}

    def brought_back(self) -> Mapping[str, Mapping[str, str]]:
        """Return what was being typed, form by form."""
        return dict(self._forms)

    def discard(self, form: str) -> None:
        """Forget a form: it was recorded, or thrown away."""
        if form in self._forms:
            self.keep_all({kept: fields for kept, fields in self._forms.items() if kept != form})


def prepare_drafts(folder: Path, member: MemberId) -> None:
    """Make the spool of somebody who becomes a member: it is there, whole, before it is needed."""
    path = drafts_file(folder, member)
    Spool.prepare(path)
    path.chmod(_ONLY_THE_OWNER)
