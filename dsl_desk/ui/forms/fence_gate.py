"""The gate in the fence: before somebody is named, a declared link is asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.fence import FenceAct
from dsl_desk.ui.kit.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.fence import Fenced, Touch
    from dsl_desk.domain.ids import MemberId
    from dsl_desk.domain.person_ref import PersonRef
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.kit.ask import Ask
    from dsl_desk.ui.work.worker import Worker

    BestPlaced = tuple[str, str]  # the words, and the member who was asked about already

_MOST = 3


class FenceGate:
    """Asks the fence, then the person; `then` is called with a hint where the fence cannot run."""

    def __init__(
        self,
        owner: QWidget,
        worker: Worker[Desk],
        ask: Ask,
        failed: Callable[[DeskError], None],
    ) -> None:
        self._owner, self._worker, self._ask, self._failed = owner, worker, ask, failed

    def go_through(
        self,
        member: MemberId,
        people: Sequence[PersonRef] | None,
        act: FenceAct,
        then: Callable[[str], None],
    ) -> None:
        """Go on where no link touches these people, or with a reason that is written down."""
        family = None if people is None else tuple(people)
        self._through(lambda desk: desk.fence.fenced(member, family), act, then)

    def come_in(self, name: str, then: Callable[[str], None]) -> None:
        """Go on the same way before somebody comes in who gets a key to Children with it."""
        self._through(lambda desk: desk.fence.named(name), FenceAct.KEY, then)

    def go_past_words(
        self, placed: BestPlaced, people: Sequence[PersonRef], then: Callable[[str], None]
    ) -> None:
        """Go on the same way where somebody is named in words as best placed to look."""
        family, (words, but) = tuple(people), placed
        self._through(
            lambda desk: desk.fence.named_in(words, family, but), FenceAct.BEST_PLACED, then
        )

    def _through(
        self, query: Callable[[Desk], Fenced], act: FenceAct, then: Callable[[str], None]
    ) -> None:
        self._worker.ask(
            self._owner,
            query,
            lambda fenced: self._answer(fenced, act, then),
            self._failed,
        )

    def _answer(self, fenced: Fenced, act: FenceAct, then: Callable[[str], None]) -> None:
        if not fenced.runs:
            then(whom_to_ask(fenced.ask))
            return
        if not fenced.touches:
            then("")
            return
        answer = self._ask.confirm(self._owner, question_about(fenced.touches))
        if answer is not None:
            touches, reason = fenced.touches, answer.reason
            self._worker.do(
                self._owner,
                lambda desk: desk.fence.pass_by(touches, act, reason),
                lambda _nothing: then(""),
                self._failed,
            )


def question_about(touches: Sequence[Touch]) -> Question:
    """Return what is asked where a declared link touches the child or the family."""
    told = "; ".join(one.in_words for one in touches[:_MOST])
    more = f"; and {len(touches) - _MOST} more" if len(touches) > _MOST else ""
    return Question(
        title="A declared link touches this. Go on?",
        sentence=f"{told}{more}. The reason is kept beside the declaration.",
        act="Go on with this reason",
        keep="Choose somebody else",
        reason="Why them, all the same?",
    )


def whom_to_ask(readers: Sequence[str]) -> str:
    """Return whom somebody asks who cannot see declared links."""
    if not readers:
        return ""
    who = " or ".join(readers)
    return f"You cannot see declared family links. Ask {who} whether one touches this."
