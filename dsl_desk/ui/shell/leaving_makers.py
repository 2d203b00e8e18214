"""The way out of a record: one page for every paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.leaving import PaperSort, Wish
from dsl_desk.ui.leaving.everything_page import EverythingPage
from dsl_desk.ui.leaving.means import Means as LeavingMeans
from dsl_desk.ui.leaving.page import LeavingPage

if TYPE_CHECKING:
    from dsl_desk.ui.shell.means import Means


def leaving_page(means: Means, sort: PaperSort, of: str) -> LeavingPage:
    """Make the page on which a paper of a record goes out."""
    return page_of_wish(means, Wish(sort, RecordId(of)))


def page_of_wish(means: Means, wish: Wish) -> LeavingPage:
    """Make the page on which what was wished for goes out."""
    using = LeavingMeans(means.worker, means.errands, means.ask, means.clock)
    return LeavingPage(using, wish)


def everything_page(means: Means) -> EverythingPage:
    """Make the page on which everything this member may open goes out."""
    return EverythingPage(LeavingMeans(means.worker, means.errands, means.ask, means.clock))
