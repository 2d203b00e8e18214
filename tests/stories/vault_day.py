"""A day at the Vault page: a school of members, and Maya Fernsby at the real window over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import NEW_MEMBER, Spot
from dsl_desk.ui.vault.add_page import AddMemberPage
from dsl_desk.ui.vault.page import VaultPage
from tests.conftest import TrainingVault
from tests.services.staffroom import Staffroom

if TYPE_CHECKING:
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.ui.vault.key_cell import KeyCell
    from tests.stories.afternoon import Afternoon

VAULT = Spot(Place.VAULT)


class VaultDay:
    """Reads: go to the page, choose a cell, answer, see the word change."""

    def __init__(self, afternoon: Afternoon) -> None:
        self.afternoon = afternoon
        vault = TrainingVault(
            afternoon.folder, afternoon.member, afternoon.key, afternoon.clock, afternoon.keychain
        )
        self.school = Staffroom(vault)

    def page(self) -> VaultPage:
        """Return the page as it has been read, unlocking where nobody has."""
        if self.afternoon.front is None:
            self.afternoon.unlock()
        self.afternoon.window.go(VAULT)
        self.afternoon.at_rest()
        page = self.afternoon.window.stack.page
        assert isinstance(page, VaultPage)
        return page

    def adding(self) -> AddMemberPage:
        """Return the form for a new member."""
        if self.afternoon.front is None:
            self.afternoon.unlock()
        self.afternoon.window.go(NEW_MEMBER)
        self.afternoon.at_rest()
        page = self.afternoon.window.stack.page
        assert isinstance(page, AddMemberPage)
        return page

    def cell(self, name: str, part: Compartment) -> KeyCell:
        return self.page().who.matrix.cell(name, part)

    def word(self, name: str, part: Compartment) -> str:
        page = self.afternoon.window.stack.page
        assert isinstance(page, VaultPage)
        return page.who.matrix.cell(name, part).word

    def has_word(self, name: str, part: Compartment, word: str) -> bool:
        return self.word(name, part) == word
