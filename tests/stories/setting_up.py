"""Set-up as a story walks it: answers, steps, the kit, and an open desk."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dsl_desk.app.entrance import FolderEntrance
from dsl_desk.app.real_gate import RealGate
from dsl_desk.domain.ways_in import Doorstep
from dsl_desk.ui.gate.set_up import SetUpPage
from tests.builders import PASSPHRASE, SCHOOL
from tests.stories.afternoon import PATIENCE_MS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.fakes.ask import ScriptedAsk
    from tests.fakes.clock import FakeClock
    from tests.fakes.keychain import FakeKeychain


@dataclass
class SettingUp:
    """One set-up on one account. A story answers, goes on, and sees what stands there."""

    folder: Path
    clock: FakeClock
    keychain: FakeKeychain
    ask: ScriptedAsk
    qtbot: QtBot = field(repr=False)
    keys: list[tuple[str, bytes]] = field(default_factory=list, repr=False)

    def __post_init__(self) -> None:
        self.gate = RealGate(FolderEntrance(self.folder, self.place), self.ask)
        self.gate.key_ready.connect(lambda member, key: self.keys.append((member, key)))
        self.gate.cover("start", self.clock.now().isoformat(), {})
        self.wait(self.gate.window.isActiveWindow)

    @property
    def place(self) -> Doorstep:
        return Doorstep(self.clock, self.keychain)

    @property
    def page(self) -> SetUpPage:
        assert isinstance(self.gate.window.page, SetUpPage)
        return self.gate.window.page

    def wait(self, fact: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(fact()), timeout=PATIENCE_MS)

    def on(self) -> None:
        """Press the button that goes on."""
        self.page.bar.go_on.click()

    def say_school_and_name(self) -> None:
        self.page.school.line.setText(SCHOOL)
        self.on()
        self.page.you.name.setText("Maya Fernsby")
        self.wait(self.page.you.choose.text)

    def choose_own(self, passphrase: str = PASSPHRASE) -> None:
        choose = self.page.you.choose
        choose.to_own.click()
        choose.own.put(passphrase)
        self.wait(lambda: choose.verdict.words)
        choose.again.put(passphrase)

    def make(self) -> None:
        """Go from the step of the computer to the kit."""
        self.on()
        assert self.page.path.step is self.page.making
        self.on()
        self.wait(lambda: self.page.path.step is self.page.kit)

    @property
    def code(self) -> str:
        kit = self.page.kit.kit
        assert kit is not None
        return kit.code

    def take_care_of_the_kit(self, pdf: Path) -> None:
        """Save it, promise both, type it back."""
        care = self.page.kit.care
        self.ask.will(pdf)
        care.sheet.save_button.click()
        self.wait(pdf.exists)
        for tick in care.promises:
            tick.click()
        care.code.put(self.code)
        self.wait(lambda: not care.left())

    def leave(self) -> None:
        self.gate.window.end()
        self.gate.window.close()
        self.gate.window.deleteLater()
