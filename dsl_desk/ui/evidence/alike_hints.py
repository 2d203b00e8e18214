"""Hints for lists: which of these pictures seem to be in another concern already."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dsl_desk.services.same_picture import alike, alike_as_wholes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtWidgets import QWidget

    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.same_picture import Alike, Sought, SoughtMany
    from dsl_desk.ui.evidence.means import Means


class AlikeHints(QObject):
    """Asks in the background; no page waits for it, and nothing is said where nothing is found.

    Signals:
        told(dict): the references of the others, in words, by the piece of evidence.
    """

    told = Signal(object)

    def __init__(self, means: Means, page: QWidget) -> None:
        super().__init__(page)
        self._means = means

    def look_over(self, pieces: Iterable[RecordId]) -> None:
        """Hold pictures of a list beside all others, as wholes."""
        wanted = tuple(pieces)
        if wanted:
            self._means.worker.ask(
                self, lambda desk: desk.same_picture.seek_many(wanted), self._compare, _keep_quiet
            )

    def look_closely(self, piece: RecordId) -> None:
        """Hold one picture, whole and in part, beside all others: it was captured just now."""
        self._means.worker.ask(
            self,
            lambda desk: desk.same_picture.seek(piece),
            partial(self._compare_one, piece),
            _keep_quiet,
        )

    def _compare(self, sought: SoughtMany) -> None:
        if sought.pieces and sought.others:
            self._means.errands.run(
                self, lambda progress: alike_as_wholes(sought, progress), self._tell, _keep_quiet
            )

    def _compare_one(self, piece: RecordId, sought: Sought) -> None:
        if sought.others:
            self._means.errands.run(
                self,
                lambda progress: {piece: alike(sought, progress)},
                self._tell,
                _keep_quiet,
            )

    def _tell(self, found: Mapping[RecordId, tuple[Alike, ...]]) -> None:
        said = {
            piece: ", ".join(dict.fromkeys(one.ref for one in others))
            for piece, others in found.items()
            if others
        }
        if said:
            self.told.emit(said)


def _keep_quiet(_error: object) -> None:
    """Say nothing: a hint that cannot be had is none, and damage is told where it is read."""
