"""The first afternoon: set-up, step by step, with a picture of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.app.tour.waiting import until
from dsl_desk.domain.keychain import KeychainTrouble
from dsl_desk.domain.ways_in import Way

if TYPE_CHECKING:
    from dsl_desk.app.tour.album import Album
    from dsl_desk.ui.gate.set_up import SetUpPage
    from dsl_desk.ui.gate.window import GateWindow

# Invented, and only for this tour's own vault, which is thrown away at its end.
PASSPHRASE = "lantern orchard pebble harbour"  # noqa: S105  # see above
SCHOOL = "Fernhollow Primary School"
_WEAK = "fernhollow primary"


def set_up(page: SetUpPage, window: GateWindow, album: Album) -> None:
    """Answer every step, some of them wrongly first."""
    page.go_on()
    album.take(window, "01a-set-up-school")
    page.school.line.setText(SCHOOL)
    page.go_on()
    _you(page, window, album)
    _computer(page, window, album)
    album.take(window, "01f-set-up-create")
    page.go_on()
    until(lambda: page.path.step is page.kit)
    _kit(page, window, album)
    album.take(window, "01i-set-up-who-receives-what")


def _you(page: SetUpPage, window: GateWindow, album: Album) -> None:
    choose = page.you.choose
    until(choose.text)
    choose.show_words(PASSPHRASE)  # the same in every picture, whatever was drawn
    page.you.name.setText("Maya Fernsby")
    album.take(window, "01b-set-up-you")
    choose.choose_own(own=True)
    choose.own.put(_WEAK)
    until(lambda: choose.verdict.words)
    album.take(window, "01c-set-up-your-own-passphrase")
    choose.choose_own(own=False)
    choose.show_words(PASSPHRASE)
    choose.again.put(PASSPHRASE)
    page.go_on()


def _computer(page: SetUpPage, window: GateWindow, album: Album) -> None:
    until(lambda: page.computer.way is Way.PASSPHRASE)
    album.take(window, "01d-set-up-this-computer")
    page.computer.show_trouble(KeychainTrouble.NONE)
    page.computer.cards[Way.KEY_FILE].setChecked(True)
    album.take(window, "01e-set-up-without-a-keychain")
    page.computer.show_trouble(None)
    page.go_on()


def _kit(page: SetUpPage, window: GateWindow, album: Album) -> None:
    care = page.kit.care
    album.take(window, "01g-set-up-kit")
    code = page.kit.kit.code if page.kit.kit else ""
    care.say_on_paper("Sent to Office Printer. Stand beside it.")
    care.promises[0].setChecked(True)
    care.code.put(code[:-1] + ("0" if code[-1] != "0" else "1"))
    album.take(window, "01h-set-up-kit-typed-back")
    care.promises[1].setChecked(True)
    care.code.put(code)
    page.go_on()
