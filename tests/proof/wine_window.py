"""The installed program under Wine, through its window: X's own keyboard, and facts.

A Wine on two busy cores is many times slower than a laptop: a start of the test's own gives the
desk more time to answer before it is taken for stuck. Nothing of that is in the installer.
"""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING, Final

from tests.builders import SCHOOL
from tests.migrations.freeze import NAME, PASSPHRASE
from tests.proof.wine import WINE
from tests.stories.screen import Screen, virtual_screen

if TYPE_CHECKING:
    from tests.proof.wine import Wine

PROGRAM: Final = "C:\\Program Files\\DSL Desk\\"
VAULT: Final = "C:\\desk\\through the window"
_PATIENTLY: Final = """
from dataclasses import replace
from dsl_desk.app import limits
limits.LIMITS = replace(limits.LIMITS, silence=90.0, opening=90.0)
"""
_START: Final = f"""
import sys
program = {PROGRAM!r}
sys.path += [program[:-1], program + "site-packages"]
from dsl_desk.system import own_program
patiently = {_PATIENTLY!r}
exec(patiently)
found = "from dsl_desk.app.main import main"
own_program._BEGIN = own_program._BEGIN.replace(found, f"exec({{patiently!r}}); " + found)
from dsl_desk.app.main import main
sys.exit(main())
"""
_A_MOMENT: Final = 4.0  # until a page stands; keys before it is there are heard by nobody


class WineScreen(Screen):
    """The same hands and eyes; the facts come through the program's own output."""

    patience = 150.0

    def __init__(self, wine: Wine) -> None:
        desk = wine.folder / "drive_c" / "desk"
        self.vault = desk / VAULT.rpartition("\\")[2]
        self._command = ()
        self._screen, display = virtual_screen()
        self._env = {**wine.env, "DISPLAY": f":{display}"}
        (desk / "start.py").write_text(_START, "utf-8")
        wine.end()  # its desktop was begun without a screen
        start = (f"{PROGRAM}python\\python.exe", "-I", "-S", "-X", "utf8", "C:\\desk\\start.py")
        told, tells = os.pipe()
        self._facts, self._rest, self.seen = told, b"", []
        self.program = subprocess.Popen(
            [WINE, *start, "--vault", VAULT, "--tell", "1"],
            env=self._env,
            stdin=subprocess.PIPE,  # pipes at all three ends: see Wine
            stdout=tells,
            stderr=subprocess.PIPE,
        )
        os.close(tells)

    def rest(self, seconds: float = _A_MOMENT) -> None:
        """Let a page come up, and hear what is told meanwhile."""
        self.wait_until(lambda: False, seconds)


def set_up(screen: WineScreen) -> bool:
    """Answer the steps up to the vault, with a passphrase of one's own and no keychain."""
    screen.wait_for("Covered")
    screen.rest()
    for words, keys in (
        (SCHOOL, ("Return",)),
        (NAME, ("Tab", "Tab", "Tab", "Return")),  # over role and "Make another" to "my own"
        (PASSPHRASE, ("Return",)),
        (PASSPHRASE, ("Return",)),
    ):
        screen.type(words)
        screen.rest(1)
        screen.press(*keys)
        screen.rest()
    for _ in range(6):
        screen.press("Down", "Down", "Return")
        if screen.wait_until((screen.vault / "vault.json").exists, 15):
            return True
    return False


def made_in_the_window(wine: Wine) -> bool:
    """Start the installed program on a screen, and go from its first page to a vault."""
    screen = WineScreen(wine)
    try:
        return set_up(screen)
    finally:
        screen.close()
        wine.end()
