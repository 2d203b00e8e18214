from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from dsl_desk.ui.kit.working_day import WorkingDayBar
from dsl_desk.ui.kit.working_time import Gap, WorkingTime
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TOLD = datetime(2026, 11, 18, 15, 40, tzinfo=UTC)
DUE = datetime(2026, 11, 19, 15, 40, tzinfo=UTC)
NOW = datetime(2026, 11, 19, 12, 14, tzinfo=UTC)
NIGHT = Gap(datetime(2026, 11, 18, 17, 0, tzinfo=UTC), datetime(2026, 11, 19, 8, 30, tzinfo=UTC))
DAY = WorkingTime(TOLD, DUE, (NIGHT,))


def a_bar(qtbot: QtBot, now: datetime, width: int = 600) -> WorkingDayBar:
    bar = WorkingDayBar(DAY, now, "Told Wed 15:40", "One working day, 15:40")
    qtbot.addWidget(bar)
    bar.resize(width, bar.sizeHint().height())
    bar.resize(width, bar.sizeHint().height())
    return bar


def colour_at(bar: WorkingDayBar, part: float) -> str:
    return bar.grab().toImage().pixelColor(int(bar.width() * part), 8).name()


def test_that_a_reader_hears_what_the_bar_shows(qtbot: QtBot) -> None:
    bar = a_bar(qtbot, NOW)
    assert bar.accessibleName().startswith("3 h 26 min left.")
    bar.show_now(DUE + timedelta(hours=1))
    assert bar.accessibleName().startswith("Overdue by 1 h.")


def test_that_used_time_is_filled_and_time_left_is_open(qtbot: QtBot) -> None:
    bar = a_bar(qtbot, NOW)
    assert colour_at(bar, 0.05) == theme().colour(Meaning.AMBER_FILL).name()
    assert colour_at(bar, 0.95) == theme().colour(Meaning.SURFACE).name()


def test_that_the_fill_turns_red_once_the_limit_is_past(qtbot: QtBot) -> None:
    bar = a_bar(qtbot, DUE + timedelta(minutes=1))
    assert colour_at(bar, 0.05) == theme().colour(Meaning.RED).name()


def test_that_the_now_label_stands_under_its_tick(qtbot: QtBot) -> None:
    bar = a_bar(qtbot, NOW)
    now = next(p for p in bar.placed() if p.mark.strong)
    assert now.mark.words == "Now 12:14"
    assert now.line == 0
    assert abs(now.left + now.width / 2 - DAY.place(NOW) * bar.width()) < 1


def test_that_no_label_ever_runs_into_another_or_over_the_edge(qtbot: QtBot) -> None:
    for minutes in range(0, 26 * 60, 20):
        for width in (260, 400, 600):
            bar = a_bar(qtbot, TOLD + timedelta(minutes=minutes), width)
            placed = bar.placed()
            for number, one in enumerate(placed):
                assert 0 <= one.left <= one.left + one.width <= width
                for other in placed[number + 1 :]:
                    assert one.line != other.line or not one.touches(other)


def test_that_a_second_line_of_labels_makes_the_bar_higher(qtbot: QtBot) -> None:
    assert a_bar(qtbot, TOLD).sizeHint().height() > a_bar(qtbot, NOW).sizeHint().height()
