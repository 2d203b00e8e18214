"""On a call: one page for notes that stays open while everything else is covered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from dsl_desk.domain.changes import Changed
from dsl_desk.domain.moments import wall_clock
from dsl_desk.ui.concerns.call_form import CallForm
from dsl_desk.ui.forms.form_page import FormPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.concerns.means import Means

_LATEST = 50


class CallPage(FormPage):
    """The note of a call; sealed as a draft all the time, and a step once it is recorded.

    The concern is named by its reference alone, so that whoever passes reads no name in the head.
    """

    def __init__(self, means: Means, record: RecordId | None) -> None:
        super().__init__(means, "On a call", "Record the call", None)
        self.form: CallForm | None = None
        self._name_of_draft = f"call {record or ''}".strip()
        began = wall_clock(means.clock.now())
        means.worker.ask(
            self,
            lambda desk: _about(desk, record),
            lambda concerns: self._show(concerns, began),
            self.notice.show_failure,
        )

    @override
    def command(self) -> Callable[[Desk], Changed[str]]:
        form, entry = self.form, self.entry
        assert form is not None  # noqa: S101 there is no form to finish before it has come
        draft, concern = form.draft(), form.concern()
        return lambda desk: Changed(concern, desk.steps.record(draft, entry).things)

    def _show(self, concerns: tuple[tuple[RecordId, str], ...], began: str) -> None:
        if not concerns:
            self.bar.hide()
            none = self.tr("There is no concern to write it beside. Record one first.")
            self.header.say(self.title, none)
            return
        what = concerns[0][1] if len(concerns) == 1 else self.tr("its concern")
        kept = self.tr("Sealed while you type. Once recorded it stands beside {what}.")
        self.header.say(self.title, kept.replace("{what}", what))
        self.form = CallForm(began, concerns)
        self.hold(self.form, self.form, self._name_of_draft)
        self.land()


def _about(desk: Desk, record: RecordId | None) -> tuple[tuple[RecordId, str], ...]:
    """Return the concerns a call can be about, and what each is called: none is opened by it."""
    if record is not None:
        return ((record, desk.concerns.versions(record)[-1].ref),)
    rows = desk.concerns.page(0, _LATEST).rows
    return tuple((row.id, f"{row.ref}, {row.whom()}") for row in rows)
