"""The local authority a child lives in, chosen among those whose numbers the school keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.ui.kit.pick import Pick

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dsl_desk.domain.lado_directory import Authority

_OURS: Final = ("", "")


class LivesIn(Pick):
    """The school's own first. What was chosen stays, though the directory knows it no more."""

    def __init__(self) -> None:
        super().__init__([self.tr("The school's own authority")])
        self._known = [_OURS]

    def offer(self, authorities: Iterable[Authority], ours: str) -> None:
        """Offer every authority but the school's own, which stands first already."""
        for one in authorities:
            if one.key != ours:
                self._add(one.key, one.place)

    def choose(self, key: str, name: str) -> None:
        """Choose an authority by its key."""
        self._add(key, name)
        self.setCurrentIndex([one for one, _name in self._known].index(key))

    def said(self) -> dict[str, str]:
        """Return which is chosen, under the names of the front sheet."""
        key, name = self._known[self.currentIndex()]
        return {"lives_in": key, "lives_in_name": name}

    def _add(self, key: str, name: str) -> None:
        if key not in [one for one, _name in self._known]:
            self._known.append((key, name))
            self.addItem(name)
