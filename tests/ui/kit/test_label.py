"""A label keeps the heights it was asked for, and forgets them with whatever they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

NARROW, WIDE = 160, 480
SHORT = "She says she is safe at her aunt's."
LONG = f"{SHORT} " * 8


def larger(label: Label) -> None:
    font = label.font()
    font.setPixelSize(font.pixelSize() * 2)
    label.setFont(font)


CHANGES: dict[str, Callable[[Label], object]] = {
    "other words": lambda label: label.say(LONG + LONG),
    "a larger font": larger,
    "another meaning": lambda label: label.mean(Meaning.RED),
    "a margin": lambda label: label.setContentsMargins(40, 12, 40, 12),
    "a style of its own": lambda label: label.setStyleSheet("padding: 30px"),
}


@pytest.fixture
def label(qtbot: QtBot) -> Label:
    label = Label(LONG).wrapped()
    qtbot.addWidget(label)
    label.ensurePolished()
    return label


@pytest.mark.parametrize("change", CHANGES)
def test_that_heights_are_those_that_qt_lays_out_after_every_change(
    label: Label, change: str
) -> None:
    before = {width: label.heightForWidth(width) for width in (NARROW, WIDE)}
    assert before[NARROW] > before[WIDE]
    CHANGES[change](label)
    label.ensurePolished()
    for width in (NARROW, WIDE):
        assert label.heightForWidth(width) == QLabel.heightForWidth(label, width)


def test_that_words_are_laid_out_once_for_each_width(
    label: Label, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    real = QLabel.heightForWidth

    def counted(self: QLabel, width: int) -> int:
        asked.append(width)
        return real(self, width)

    monkeypatch.setattr(QLabel, "heightForWidth", counted)
    heights = [label.heightForWidth(width) for width in (NARROW, WIDE) * 50]
    assert (len(set(heights)), sorted(asked)) == (2, [NARROW, WIDE])
