"""The vault's day: copies, sealed cases, versions, damage, and a new laptop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.app.entrance import FolderEntrance
from dsl_desk.app.real_gate import RealGate
from dsl_desk.app.tour.waiting import TourStuckError, until
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.errors import DamageError
from dsl_desk.ui.cases.begin_page import BeginCasePage
from dsl_desk.ui.cases.case_page import CasePage
from dsl_desk.ui.cases.list_page import CasesPage
from dsl_desk.ui.gate.copies import CopiesPage
from dsl_desk.ui.gate.set_up import SetUpPage
from dsl_desk.ui.shell.spot import CASES, JOIN, NEW_CASE, NEW_MEMBER, TODAY, VAULT
from dsl_desk.ui.vault.add_page import AddMemberPage
from dsl_desk.ui.vault.join_page import JoinPage
from dsl_desk.ui.vault.page import VaultPage

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.app.tour.album import Album
    from dsl_desk.domain.snapshot import SnapshotView
    from dsl_desk.domain.ways_in import Doorstep
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.shell.window import DeskWindow
    from dsl_desk.ui.work.worker import Worker


def vault(window: DeskWindow, worker: Worker[Desk], album: Album, stick: Path) -> None:
    """Look at the vault before and after a copy was made, and at whoever is to be added."""
    window.go(VAULT)
    page = window.stack.page
    until(lambda: isinstance(page, VaultPage) and page.ledger.lines)
    album.take(window, "32-vault")
    made: list[SnapshotView] = []
    worker.do(window, lambda desk: desk.snapshots.take(stick), made.append)
    until(lambda: made and isinstance(page, VaultPage) and page.copies.worries.words)
    album.take(window, "32b-vault-with-a-copy")
    window.go(NEW_MEMBER)
    adding = window.stack.page
    until(lambda: isinstance(adding, AddMemberPage) and adding.form.choose.text())
    album.take(window, "33-add-a-member")
    window.go(JOIN)
    album.take(window, "34-bring-two-copies-together")
    joining = window.stack.page
    if not isinstance(joining, JoinPage):
        raise TourStuckError
    joining.look_in(stick)
    until(joining.result.isVisible)
    album.take(window, "34b-nothing-would-come-in")


def cases(window: DeskWindow, album: Album) -> None:
    """Begin a sealed case, and read it."""
    window.go(CASES)
    page = window.stack.page
    until(lambda: isinstance(page, CasesPage) and page.empty.isVisible())
    album.take(window, "35-sealed-cases-empty")
    window.go(NEW_CASE)
    form = window.stack.page
    if not isinstance(form, BeginCasePage):
        raise TourStuckError
    form.form.name.setText("Rowan Kestrel")
    form.form.told_by.setText("Lena Harebell, class teacher")
    form.form.words.setPlainText("“he said a lift home was nothing to fuss about”")
    until(lambda: form.form.goes_to.words)
    album.take(window, "36-begin-a-sealed-case")
    form.finish()
    until(lambda: isinstance(window.stack.page, CasePage) and window.stack.page.is_read)
    album.take(window, "37-sealed-case")
    window.go(CASES)
    until(lambda: isinstance(page, CasesPage) and page.cards)
    album.take(window, "38-sealed-cases")


def damage(window: DeskWindow, album: Album) -> None:
    """See what stands above every page when an entry is not as it was written."""
    window.go(TODAY)
    window.alarm.tell(DamageError(Where(Damage.CHAIN, Compartment.CHILDREN, 4321)))
    album.take(window, "39-damage-found")


def new_laptop(folder: Path, stick: Path, place: Doorstep, album: Album) -> None:
    """Find the copies from a laptop that has no vault yet."""
    gate = RealGate(FolderEntrance(folder, place))
    gate.cover("start", place.clock.now().isoformat(), {})
    page = gate.window.page
    if not isinstance(page, SetUpPage):
        raise TourStuckError
    page.school.use_copy.click()
    album.take(gate.window, "06-bring-the-records-back")
    copies = gate.window.page
    if not isinstance(copies, CopiesPage):
        raise TourStuckError
    copies.look_in(stick)
    until(lambda: copies.cards)
    album.take(gate.window, "06b-copies-found")
    gate.window.end()
    gate.window.close()
