from __future__ import annotations

import pytest

from dsl_desk.ui.kit.table.pages import Pages


@pytest.mark.parametrize(
    ("pages", "words"),
    [
        (Pages(), "No rows"),
        (Pages(total=1), "1 row"),
        (Pages(total=50), "50 rows"),
        (Pages(total=51), "Rows 1 to 50 of 51"),
        (Pages(total=51, number=1), "Rows 51 to 51 of 51"),
        (Pages(total=1204), "Rows 1 to 50 of 1,204"),
        (Pages(total=1204, number=24), "Rows 1,201 to 1,204 of 1,204"),
    ],
)
def test_that_the_pager_says_where_we_are(pages: Pages, words: str) -> None:
    assert pages.words() == words


@pytest.mark.parametrize(("total", "count"), [(0, 1), (1, 1), (50, 1), (51, 2), (100, 2)])
def test_that_a_full_page_begins_no_further_one(total: int, count: int) -> None:
    pages = Pages(total=total)
    assert pages.count == count
    assert pages.holds(count - 1)
    assert not pages.holds(count)
    assert not pages.holds(-1)
