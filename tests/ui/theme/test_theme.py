from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QLineEdit

from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.look import Look, Scheme, TextSize
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.palette import contrast_colours
from dsl_desk.ui.theme.sheet import fill
from dsl_desk.ui.theme.theme import dress, theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST])
def test_that_every_meaning_has_a_colour_in_every_scheme(
    qapp: QApplication, resources: Path, scheme: Scheme
) -> None:
    dressed = dress(qapp, resources, Look(scheme))
    assert all(dressed.colour(meaning).isValid() for meaning in Meaning)


@pytest.mark.parametrize("voice", Voice)
def test_that_every_voice_is_spoken_by_its_own_bundled_family(voice: Voice) -> None:
    font = QFontInfo(theme().font(voice))
    assert font.family() == voice.family.value
    assert font.weight() == voice.weight


def test_that_dark_and_light_are_two_sets_of_colours(qapp: QApplication, resources: Path) -> None:
    light = dress(qapp, resources, Look(Scheme.LIGHT)).colour(Meaning.CANVAS)
    dark = dress(qapp, resources, Look(Scheme.DARK)).colour(Meaning.CANVAS)
    assert light.lightnessF() > 0.9
    assert dark.lightnessF() < 0.1
    assert qapp.palette().color(QPalette.ColorRole.Window) == dark


def test_that_a_widget_that_is_open_changes_with_the_theme(
    qtbot: QtBot, qapp: QApplication, resources: Path
) -> None:
    line = QLineEdit("words")
    qtbot.addWidget(line)
    line.show()
    dress(qapp, resources, Look(Scheme.DARK))
    middle = line.grab().toImage().pixelColor(line.width() - 6, line.height() // 2)
    assert middle == theme().colour(Meaning.SURFACE)


@pytest.mark.parametrize(("text", "larger"), [(TextSize.LARGE, 2), (TextSize.LARGEST, 4)])
def test_that_the_text_size_makes_type_and_sizes_larger(
    qapp: QApplication, resources: Path, text: TextSize, larger: int
) -> None:
    plain = dress(qapp, resources, Look(Scheme.LIGHT))
    small = QFontInfo(plain.font(Voice.BODY)).pixelSize()
    dressed = dress(qapp, resources, Look(Scheme.LIGHT, text))
    assert QFontInfo(dressed.font(Voice.BODY)).pixelSize() == small + larger
    assert dressed.px(34) == 34 + larger


def test_that_tabular_figures_are_all_of_one_width() -> None:
    metrics = QFontMetricsF(theme().font(Voice.BODY, tabular=True))
    assert metrics.horizontalAdvance("11:11") == metrics.horizontalAdvance("08:40")
    plain = QFontMetricsF(theme().font(Voice.BODY))
    assert plain.horizontalAdvance("11:11") != plain.horizontalAdvance("08:40")


def test_that_contrast_uses_only_colours_of_the_system() -> None:
    system = QPalette(QColor(Qt.GlobalColor.yellow), QColor(Qt.GlobalColor.black))
    allowed = {
        system.color(group, role).rgba()
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled)
        for role in QPalette.ColorRole
        if role is not QPalette.ColorRole.NColorRoles
    }
    assert {colour.rgba() for colour in contrast_colours(system).values()} <= allowed


def test_that_contrast_leaves_the_systems_palette_in_force(
    qapp: QApplication, resources: Path
) -> None:
    dress(qapp, resources, Look(Scheme.CONTRAST))
    standard = qapp.style().standardPalette()
    assert qapp.palette().color(QPalette.ColorRole.Highlight) == standard.color(
        QPalette.ColorRole.Highlight
    )


def test_that_the_system_scheme_follows_a_change_of_the_system(
    qapp: QApplication, resources: Path
) -> None:
    dressed = dress(qapp, resources, Look(Scheme.SYSTEM))
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme() is not dressed


def test_that_a_chosen_scheme_does_not_follow_the_system(
    qapp: QApplication, resources: Path
) -> None:
    dressed = dress(qapp, resources, Look(Scheme.DARK))
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme() is dressed


@pytest.mark.parametrize("icon", Icon)
def test_that_every_icon_can_be_drawn_in_the_colour_of_a_meaning(icon: Icon) -> None:
    picture = theme().icon(icon, Meaning.RED, 24).toImage()
    red = theme().colour(Meaning.RED)
    inks = [
        picture.pixelColor(x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() > 100
    ]
    assert inks
    # Drawing rounds a channel a little where the stroke is soft.
    assert all(abs(ink.red() - red.red()) <= 3 for ink in inks)
    assert all(abs(ink.green() - red.green()) <= 3 for ink in inks)


def test_that_an_icon_is_drawn_once_for_each_colour_and_size() -> None:
    one = theme().icon(Icon.SUN, Meaning.INK, 18)
    assert theme().icon(Icon.SUN, Meaning.INK, 18).cacheKey() == one.cacheKey()
    assert theme().icon(Icon.SUN, Meaning.RED, 18).cacheKey() != one.cacheKey()


def test_that_the_sheet_has_no_blank_left(resources: Path) -> None:
    colours = {meaning: theme().colour(meaning) for meaning in Meaning}
    sheet = (resources / "themes" / "base.qss").read_text(encoding="utf-8")
    assert "@" not in fill(sheet, colours, 0).replace("two @", "")


def test_that_an_unknown_meaning_in_the_sheet_is_refused() -> None:
    with pytest.raises(ValueError, match="crimson"):
        fill("a { color: @crimson@; }", {}, 0)


def test_that_a_sitting_of_many_calls_does_not_use_none_up(resources: Path) -> None:
    sitting = f"""
from pathlib import Path
from PySide6.QtWidgets import QApplication
from dsl_desk.ui.theme.look import Look
from dsl_desk.ui.theme.theme import dress
app = QApplication([])
dress(app, Path({str(resources)!r}), Look())
for _ in range(50_000):
    app.setObjectName("desk")
print("still here")
"""
    ended = subprocess.run(
        [sys.executable, "-c", sitting],
        capture_output=True,
        text=True,
        check=False,
        cwd=resources.parent,
        timeout=60,
    )
    assert ended.stdout == "still here\n"
    assert ended.returncode == 0
