"""Somebody at the lock screen of a school in which everybody is a member."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dsl_desk.app.entrance import FolderEntrance
from dsl_desk.app.real_gate import RealGate
from dsl_desk.domain.member import Role
from dsl_desk.domain.post import Post
from dsl_desk.ui.gate.leaving_page import LeavingPage
from dsl_desk.ui.gate.note_form import NoteForm
from tests.builders import nowhere
from tests.fakes.ask import ScriptedAsk
from tests.services.dropbox import take_in
from tests.services.staffroom import HESTER, WHY, Staffroom
from tests.stories.afternoon import ALT, PATIENCE_MS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.conftest import TrainingVault

WORDS = "At lunch a pupil asked me to follow her, and said another adult here already does."


class AtTheGate:
    """The lock screen of a school in which everybody is a member."""

    def __init__(self, vault: TrainingVault, qtbot: QtBot) -> None:
        self.school = Staffroom(vault).add_everybody()
        with self.school.desk(HESTER) as desk:
            desk.members.appoint(Post(Role.HEAD, self.school.ids[HESTER]), WHY)
        self.ask, self.qtbot = ScriptedAsk(), qtbot
        self.gate = RealGate(FolderEntrance(vault.folder, nowhere(vault.clock)), self.ask)
        self.gate.cover("start", vault.clock.now().isoformat(), {})
        qtbot.waitUntil(self.gate.window.isActiveWindow, timeout=PATIENCE_MS)

    def leave_a_note(self) -> LeavingPage:
        """Press the key of a note, wherever the focus is."""
        focus = QApplication.focusWidget() or self.gate.window
        self.qtbot.keyClick(focus, Qt.Key.Key_N, ALT)
        page = self.gate.window.page
        assert isinstance(page, LeavingPage)
        return page

    def form(self) -> NoteForm:
        page = self.gate.window.page
        assert isinstance(page, LeavingPage)
        assert isinstance(page.form, NoteForm)
        return page.form

    def send(self) -> LeavingPage:
        page = self.gate.window.page
        assert isinstance(page, LeavingPage)
        page.bar.go_on.click()
        self.qtbot.waitUntil(lambda: bool(page.slip.code), timeout=PATIENCE_MS)
        return page

    def about(self, name: str) -> NoteForm:
        """Say whom it is about, and wait until the page says who opens it."""
        form = self.form()
        form.about.adult.click()
        at = next(
            at for at in range(form.about.pick.count()) if name in form.about.pick.itemText(at)
        )
        form.about.pick.setCurrentIndex(at)
        self.told()
        return form

    def told(self) -> str:
        told = self.form().about._told
        self.qtbot.waitUntil(lambda: told.isVisible() and bool(told.words), timeout=PATIENCE_MS)
        return told.words

    def codes(self, name: str) -> list[str]:
        with self.school.desk(name) as desk:
            found = [one.left.code for one in take_in(desk)]
            desk.cases.rewrite_all()
        return found
