"""Somebody without a key declares family links at the lock screen, or answers a letter there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dsl_desk.domain.coded_answer import Answers, letter_code
from dsl_desk.domain.declaration import AskedFor, Identity
from dsl_desk.domain.declaration_review import Decision
from dsl_desk.domain.declaration_standing import DeclarationState
from dsl_desk.domain.declared_link import LinkKind
from dsl_desk.domain.words import label
from dsl_desk.ui.gate.answer_form import AnswerForm
from dsl_desk.ui.gate.leaving_page import LeavingPage
from dsl_desk.ui.gate.link_form import LinkForm
from tests.services.declaring import PRIYA, a_review, declare, give_passphrase, sign
from tests.services.dropbox import take_in
from tests.services.staffroom import ALBAN, HESTER, MAYA
from tests.stories.afternoon import ALT, PATIENCE_MS
from tests.stories.gate_day import AtTheGate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from dsl_desk.ui.forms.link_part import LinkPart
    from tests.conftest import TrainingVault

pytestmark = pytest.mark.gate_story


@pytest.fixture
def at_the_gate(vault: TrainingVault, qtbot: QtBot) -> Iterator[AtTheGate]:
    there = AtTheGate(vault, qtbot)
    yield there
    there.gate.window.end()
    there.gate.window.close()
    there.gate.window.deleteLater()


def at_the_link_form(at_the_gate: AtTheGate) -> LinkForm:
    focus = QApplication.focusWidget() or at_the_gate.gate.window
    at_the_gate.qtbot.keyClick(focus, Qt.Key.Key_D, ALT)
    page = at_the_gate.gate.window.page
    assert isinstance(page, LeavingPage)
    assert isinstance(page.form, LinkForm)
    return page.form


def fill_in(part: LinkPart, who: str, kind: LinkKind, platforms: str) -> None:
    part.who.setText(who)
    part.kind.setCurrentText(label(kind))
    part.relation.setCurrentText("Aunt or uncle")
    part.before.setCurrentIndex(1)
    part.teaches.setCurrentIndex(1)
    part.platforms.setText(platforms)
    part.contact.setText("Never alone")


def test_that_every_family_link_is_declared_and_taken_up_by_the_head(
    at_the_gate: AtTheGate,
) -> None:
    form = at_the_link_form(at_the_gate)
    page = at_the_gate.gate.window.page
    assert isinstance(page, LeavingPage)
    page.bar.go_on.click()
    wrong = {name for name, field in form.asked.items() if field.error()}
    assert wrong == {"you", "by", "signed"}
    (first,) = form.links
    wrong = {name for name, field in first.fields.items() if field.error()}
    assert wrong == {"who", "relation", "before", "teaches"}
    form.who_am_i.you.setCurrentIndex(1)
    form.who_am_i.by.setText("Lena Harebell")
    form.signed.setText("Lena Harebell")
    fill_in(first, "Wren Tamarisk", LinkKind.PUPIL, "WhatsApp, the family's group")
    form.add.click()
    form.add.click()
    fill_in(form.links[1], "Rowan Tamarisk", LinkKind.PARENT, "Signal")
    form.links[2].remove.click()
    form.asked_for.setCurrentText(label(AskedFor.ADVICE))
    told = form.who_am_i.told
    at_the_gate.qtbot.waitUntil(lambda: HESTER in told.words, timeout=PATIENCE_MS)
    assert "Nobody has been told yet" in told.words
    at_the_gate.send()
    assert form.is_empty()
    assert len(form.links) == 1
    assert at_the_gate.codes(MAYA) == []
    with at_the_gate.school.desk(HESTER) as desk:
        (one,) = take_in(desk)
        taken = desk.left_declarations.take_up(one).answer
        assert taken.draft.identity is Identity.NOT_CHECKED
        assert taken.draft.asked_for is AskedFor.ADVICE
        assert [(link.in_words, link.platforms) for link in taken.draft.links] == [
            ("Aunt or uncle of Wren Tamarisk", "WhatsApp, the family's group"),
            ("Aunt or uncle of Rowan Tamarisk", "Signal"),
        ]


def test_that_the_heads_own_link_goes_to_the_chair(at_the_gate: AtTheGate) -> None:
    form = at_the_link_form(at_the_gate)
    form.who_am_i.you.setCurrentText(HESTER)
    told = form.who_am_i.told
    at_the_gate.qtbot.waitUntil(lambda: ALBAN in told.words, timeout=PATIENCE_MS)
    form.code.setText("Q" * 21)
    assert form.mend()
    assert form.asked["code"].error() == "This is too long. Say what matters most."
    form.clear()


def test_that_a_letter_is_answered_with_its_code_at_the_lock_screen(
    at_the_gate: AtTheGate,
) -> None:
    give_passphrase(at_the_gate.school, HESTER)
    with at_the_gate.school.desk(HESTER) as desk:
        review = sign(desk, declare(desk), a_review(Decision.AGREED_WITH_CONDITIONS))
    focus = QApplication.focusWidget() or at_the_gate.gate.window
    at_the_gate.qtbot.keyClick(focus, Qt.Key.Key_A, ALT)
    page = at_the_gate.gate.window.page
    assert isinstance(page, LeavingPage)
    form = page.form
    assert isinstance(form, AnswerForm)
    assert form.is_empty()
    page.bar.go_on.click()
    wrong = {name for name, field in form.asked.items() if field.error()}
    assert wrong == {"you", "by", "code", "what", "signed"}
    form.who_am_i.you.setCurrentIndex(1)
    form.who_am_i.by.setText(PRIYA)
    form.signed.setText(PRIYA)
    form.code.setText(letter_code(review.written.id).lower().replace("-", " "))
    form.what.setCurrentText(label(Answers.ACCEPTS))
    told = form.who_am_i.told
    at_the_gate.qtbot.waitUntil(lambda: HESTER in told.words, timeout=PATIENCE_MS)
    at_the_gate.send()
    assert form.is_empty()
    with at_the_gate.school.desk(HESTER) as desk:
        (one,) = take_in(desk)
        desk.left_declarations.take_up(one)
        (line,) = desk.declarations.lines()
        assert line.state is DeclarationState.AGREED_WITH_CONDITIONS
