"""The draft keeper: what is being typed is sealed within two seconds, and again when we lock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from dsl_desk.domain.errors import DeskError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Fields = Mapping[str, str]

_SOON_MS = 1000


class DraftStore(Protocol):
    """What the keeper needs of services.drafts: safe to call from any thread, and quick."""

    def keep(self, form: str, fields: Fields) -> None:
        """Seal the fields of one form."""
        ...

    def discard(self, form: str) -> None:
        """Forget one form, because it was recorded or thrown away."""
        ...

    def brought_back(self) -> Mapping[str, Fields]:
        """Return every form that is not finished."""
        ...


class DraftKeeper(QObject):
    """Seals open forms. It writes from the window's thread: a busy vault must not delay it.

    Signals:
        kept(str): this form is sealed now.
        failed(DeskError): it could not be sealed; what is typed still stands in the form.
    """

    kept = Signal(str)
    failed = Signal(object)

    def __init__(self, store: DraftStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._typing: dict[str, Callable[[], Fields]] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.seal_now)

    def typed(self, form: str, read: Callable[[], Fields]) -> None:
        """Note that somebody typed; the form is read and sealed within the second."""
        self._typing[form] = read
        # Not restarted while it runs: somebody who never stops typing is sealed all the same.
        if not self._soon.isActive():
            self._soon.start()

    def seal_now(self) -> bool:
        """Seal every form that was typed in since the last time; tell whether all are sealed."""
        typing, self._typing = self._typing, {}
        for form, read in typing.items():
            try:
                self._store.keep(form, read())
            except DeskError as error:
                self._typing.setdefault(form, read)  # tried again with the next letter, or lock
                self.failed.emit(error)
            else:
                self.kept.emit(form)
        return not self._typing

    def brought_back(self, form: str) -> Fields:
        """Return what was left in this form, or nothing."""
        return self._store.brought_back().get(form, {})

    def forget(self, form: str) -> None:
        """Drop a form that was recorded or thrown away."""
        self._typing.pop(form, None)
        try:
            self._store.discard(form)
        except DeskError as error:
            self.failed.emit(error)
