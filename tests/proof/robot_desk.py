"""The robot itself: it sits at the real window's own worker, drafts and errands."""

from __future__ import annotations

import hashlib
import json
import random
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from typing_extensions import override

from dsl_desk.domain.concern_choices import SafeNow
from dsl_desk.domain.concern_draft import ConcernDraft
from dsl_desk.domain.concern_parts import Involved, Teller
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.system.copies import write_copy
from dsl_desk.ui.work.errands import Errands
from tests.app.real_windows import ObedientDesk
from tests.proof.ground import new_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from dsl_desk.domain.changes import Changed
    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.progress import Progress

_FORM = "robot"


class RobotDesk(ObedientDesk):
    """Tells `Saved` with what was saved, once the desk has said so."""

    def __init__(self, app: QApplication, vault: Path) -> None:
        super().__init__(app, vault)
        self._pool = Errands(self)
        self._home = QObject(self)
        self._dice = random.Random()  # noqa: S311 - dice, not keys
        self._folder = vault
        self._early = False
        self._done = 0
        self._first_draft = 0
        self._last: Concern | None = None

    @override
    @Slot(str)
    def _obey(self, order: str) -> None:
        word, _, text = order.partition(" ")
        if word == "busy":
            wanted = json.loads(text)
            self._dice.seed(wanted["seed"])
            self._first_draft = wanted["seed"] * 1_000_000
            self._folder = Path(wanted["folder"])
            self._early = wanted["early"]
            assert self._drafts is not None
            self._drafts.kept.connect(self._say_kept)
            self._next()
        elif word == "say":
            self._write_down(json.loads(text))
        elif word == "print":
            assert self._last is not None
            self._folder = Path(text)
            self._done += 1
            self._print(self._last, lambda: None)
        elif word == "lock":
            self.open_window.lock()
        else:
            super()._obey(order)

    # ---- working without end

    def _next(self) -> None:
        self._done += 1
        chance = self._dice.random()
        if chance < 0.2:
            self._type()
        elif chance < 0.35 and self._last is not None:
            self._print(self._last, self._soon)
        elif chance < 0.45 and self._last is not None:
            record = self._last.id
            self.worker.ask(self._home, lambda desk: desk.concerns.open(record), self._opened)
        else:
            self._record()

    def _soon(self) -> None:
        QTimer.singleShot(0, self._next)

    def _record(self) -> None:
        entry = new_id()
        words = f"{self._done} " + "she said it again " * self._dice.choice((1, 30, 600))
        draft = a_draft("Wren Tamarisk", "Lena Harebell", words)
        fact = {"entry": entry, "words": hashlib.sha256(words.encode()).hexdigest()}
        if self._early:  # the planted fault: said before it is so
            self._orders.tell("Saved", json.dumps(fact))

        def then(concern: Concern) -> None:
            self._last = concern
            self._orders.tell("Saved", json.dumps(fact))
            self._soon()

        self.worker.do(
            self._home, lambda desk: desk.concerns.record(draft, entry), then, self._failed
        )

    def _print(self, concern: Concern, afterwards: Callable[[], None]) -> None:
        file = self._folder / f"{self._done}.pdf"

        def write(pdf: bytes) -> None:
            def job(_progress: Progress) -> str:
                write_copy(file, pdf)
                return hashlib.sha256(pdf).hexdigest()

            self._pool.run(self._home, job, told, self._failed)

        def told(digest: str) -> None:
            self._orders.tell("Saved", json.dumps({"copy": file.name, "sha256": digest}))
            afterwards()

        def make(desk: object) -> Changed[bytes]:
            return desk.concerns.make_pdf(concern.id)  # type: ignore[attr-defined,no-any-return] # the desk, on its thread

        self.worker.do(self._home, make, write, self._failed)

    def _opened(self, _concern: Concern) -> None:
        self._soon()

    def _type(self) -> None:
        assert self._drafts is not None
        text = str(self._first_draft + self._done)  # later desks type higher numbers
        self._drafts.typed(_FORM, lambda: {"words": text})
        if self._dice.random() < 0.5:
            self._drafts.seal_now()
        self._soon()

    def _say_kept(self, form: str) -> None:
        assert self._drafts is not None
        if form == _FORM:
            words = self._drafts.brought_back(_FORM)["words"]
            self._orders.tell("Saved", json.dumps({"draft": int(words)}))

    def _failed(self, error: DeskError) -> None:
        self._orders.tell("Failed", type(error).__name__)

    # ---- writing down what it is told to

    def _write_down(self, wanted: dict[str, str]) -> None:
        """Record a concern, show it, and leave something half typed in the form."""
        draft = a_draft(wanted["about"], wanted["told_by"], wanted["words"])

        def then(concern: Concern) -> None:
            self._last = concern
            self._form().form.words.setPlainText(wanted["typed"])
            self._orders.tell("Said")

        self.worker.do(
            self._home, lambda desk: desk.concerns.record(draft, new_id()), then, self._failed
        )


def a_draft(about: str, told_by: str, words: str) -> ConcernDraft:
    """Return a concern told at a time that is past on any clock."""
    people = (Involved(PersonRef(about)),)
    return ConcernDraft(people, Teller(told_by), "2026-01-01T08:45", words, SafeNow.YES)
