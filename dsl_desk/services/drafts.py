"""Drafts: whatever is being typed, sealed in the spool and brought back after a lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.storage.spool import Spool


class Drafts:
    """What is typed and not recorded yet. Drafts are no entries and are in no snapshot."""

    def __init__(self, spool: Spool) -> None:
        self._spool = spool
        self._forms: dict[str, Mapping[str, str]] = dict(spool.unseal())

    def keep(self, form: str, fields: Mapping[str, str]) -> None:
        """Seal what stands in a form now."""
        self._forms[form] = dict(fields)
        self._spool.seal(self._forms)

    def brought_back(self) -> Mapping[str, Mapping[str, str]]:
        """Return what was being typed, form by form."""
        return dict(self._forms)

    def discard(self, form: str) -> None:
        """Forget a form: it was recorded, or thrown away."""
        if self._forms.pop(form, None) is not None:
            self._spool.seal(self._forms)
