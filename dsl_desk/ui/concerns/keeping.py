"""Keeping, renaming and taking away a filter: what is asked, written down, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.kept_filter import KeptFilterDraft
from dsl_desk.ui.kit.question import Question
from dsl_desk.ui.kit.toast import Toast

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.concern_list import Narrowing
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.kept_filter import KeptFilter
    from dsl_desk.ui.concerns.means import Means
    from dsl_desk.ui.kit.page import Page

    Fail = Callable[[DeskError], None]


class Keeping:
    """Acts for a page: asks there, and tells there what failed."""

    def __init__(self, page: Page, means: Means, fail: Fail) -> None:
        self._page, self._means, self._fail = page, means, fail

    def keep(self, narrowing: Narrowing) -> None:
        """Ask for a name, and keep the filter under it."""
        name = self._name(self._page.tr("Keep this filter"), self._page.tr("Keep it"))
        if name is not None:
            draft, entry = KeptFilterDraft(name, narrowing), self._fresh()
            self._means.worker.do(
                self._page,
                lambda desk: desk.kept_filters.keep(draft, entry),
                lambda _kept: self._page.said.emit(self._page.tr("Filter kept")),
                self._fail,
            )

    def rename(self, of: KeptFilter) -> None:
        """Ask for another name."""
        title = self._page.tr("Rename {name}").replace("{name}", of.draft.name)
        name = self._name(title, self._page.tr("Rename"))
        if name is not None:
            entry = self._fresh()
            self._means.worker.do(
                self._page,
                lambda desk: desk.kept_filters.rename(of, name, entry),
                None,
                self._fail,
            )

    def remove(self, of: KeptFilter) -> None:
        """Take a filter away at once; for a moment it can be undone."""
        entry = self._fresh()
        self._means.worker.do(
            self._page,
            lambda desk: desk.kept_filters.remove(of, entry),
            self._offer_undo,
            self._fail,
        )

    def _offer_undo(self, removed: KeptFilter) -> None:
        words = self._page.tr("{name} removed").replace("{name}", removed.draft.name)
        toast = Toast(self._page, words, self._page.tr("Undo"))
        toast.setObjectName("filter-removed")
        toast.acted.connect(lambda: self._bring_back(removed))
        toast.rise()

    def _bring_back(self, removed: KeptFilter) -> None:
        entry = self._fresh()
        self._means.worker.do(
            self._page,
            lambda desk: desk.kept_filters.bring_back(removed, entry),
            None,
            self._fail,
        )

    def _name(self, title: str, act: str) -> str | None:
        yes = self._means.ask.confirm(
            self._page,
            Question(
                title=title,
                sentence=self._page.tr("Only you see it, here and in the search above."),
                act=act,
                keep=self._page.tr("Not now"),
                reason=self._page.tr("What is it called?"),
                lacking=self._page.tr("Write a name, for example New this week."),
            ),
        )
        return None if yes is None else yes.reason

    def _fresh(self) -> EntryId:
        return EntryId(fresh_id(self._means.clock.now()))
