from __future__ import annotations

from dsl_desk.ui.shell.history import History


def test_that_back_leads_the_way_we_came_and_then_stays() -> None:
    history = History("Today")
    history.go("Concerns")
    history.go("C-1")
    assert [history.back(), history.back(), history.back()] == ["Concerns", "Today", "Today"]


def test_that_going_where_we_are_is_no_step() -> None:
    history = History("Today")
    history.go("Concerns")
    history.go("Concerns")
    assert history.back() == "Today"


def test_that_a_form_that_became_a_record_is_not_on_the_way_back() -> None:
    history = History("Concerns")
    history.go("form")
    history.replace("C-1")
    assert history.here == "C-1"
    assert history.back() == "Concerns"


def test_that_a_long_day_does_not_make_an_endless_way_back() -> None:
    history = History(0)
    for spot in range(1, 200):
        history.go(spot)
    for _step in range(500):
        history.back()
    assert history.here == 150


def test_that_a_form_that_led_back_to_its_record_leaves_no_second_step() -> None:
    history = History("Concerns")
    history.go("C-1")
    history.go("amend C-1")
    history.replace("C-1")
    assert history.here == "C-1"
    assert history.back() == "Concerns"
