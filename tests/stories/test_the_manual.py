"""F1: the manual inside the app, a word found in it, all of it on paper; and F1 on a clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dsl_desk.ui.kit.clause import ClauseMark
from dsl_desk.ui.manual.page import ManualPage

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon


def manual(afternoon: Afternoon) -> ManualPage:
    afternoon.unlock()
    afternoon.at_rest()
    QTest.keyClick(afternoon.window, Qt.Key.Key_F1)
    page = afternoon.window.stack.page
    assert isinstance(page, ManualPage)
    return page


def test_that_f1_opens_the_manual_and_a_word_is_found_in_it(afternoon: Afternoon) -> None:
    page = manual(afternoon)
    assert page.reading.toPlainText().startswith("How do I begin?")
    page.look_for()
    page.search.setText("lost passphrase")
    assert next(iter(page.contents.cards)) == "12-lost-passphrase"
    page.contents.choose("12-lost-passphrase")
    assert "Your recovery kit can." in page.reading.toPlainText()
    page.search.setText("xylophone")
    assert page.contents.cards == {}
    assert page.nothing.words == "No page has all of these words."


def test_that_the_manual_is_saved_as_one_paper(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    page = manual(afternoon)
    ask.will(None, tmp_path / "manual.pdf")
    page.paper.click()
    page.paper.click()
    afternoon.wait(lambda: (tmp_path / "manual.pdf").exists() and not page.paper.is_busy())
    assert (tmp_path / "manual.pdf").read_bytes().startswith(b"%PDF")


def test_that_f1_on_a_clause_says_its_words_and_not_the_manual(afternoon: Afternoon) -> None:
    window = afternoon.unlock()
    afternoon.at_rest()
    mark = ClauseMark("KCSIE", "What it says.")
    mark.setParent(window.stack.page)
    mark.show()
    mark.setFocus()
    QTest.keyClick(mark, Qt.Key.Key_F1)
    assert mark.slip() is not None
    assert not isinstance(window.stack.page, ManualPage)
