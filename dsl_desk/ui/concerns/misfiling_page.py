"""Filed under the wrong person: what will happen, who it was, who it should be, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from dsl_desk.domain.changes import Changed
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.dates import in_full
from dsl_desk.domain.refiling import Refiling
from dsl_desk.ui.concerns.misfiling_form import MisfilingForm
from dsl_desk.ui.forms.finder import finder_of
from dsl_desk.ui.forms.form_page import FormPage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dsl_desk.domain.copy_made import CopyMade
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.misfilings import Before
    from dsl_desk.ui.concerns.means import Means


class MisfilingPage(FormPage):
    """What will happen stands there before the first answer."""

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__(means, "Filed under the wrong person", "Move it", Compartment.CHILDREN)
        self.is_read = False
        self._worker, self._record = means.worker, record
        self._before: Before | None = None
        self.form: MisfilingForm | None = None
        means.worker.ask(
            self,
            lambda desk: desk.misfilings.before(record),
            self._show,
            self.notice.show_failure,
        )

    @override
    def command(self) -> Callable[[Desk], Changed[str]]:
        assert self.form is not None  # noqa: S101 there is no form to finish before it has come
        draft, entry, record = self.form.draft(), self.entry, self._record
        return lambda desk: Changed(record, desk.misfilings.act(draft, entry).things)

    def _show(self, before: Before) -> None:
        self._before = before
        self.be_of(before.part)
        self.header.say(self.title, f"Concern {before.concern.ref}")
        self.form = MisfilingForm(before.concern, finder_of(self, self._worker))
        self.form.wrong_one_chosen.connect(self._say_what_will_happen)
        self.hold(self.form, self.form, f"misfiling of {self._record}")
        self.form.copies.say(told_of(before.copies))
        self._say_what_will_happen()
        self.is_read = True
        self.land()

    def _say_what_will_happen(self) -> None:
        form, before = self.form, self._before
        if form is None or before is None:
            return
        was = form.wrong_one()
        form.will.say(
            f"It leaves {was.name}'s chronology, what is found under that name, the counts and "
            "every later copy, together with what was done about it. In its place stands one empty "
            "line: that something was moved, and on which day. It goes into the file of whoever "
            "you name."
        )
        ids = frozenset({was.person} if was.person else ())
        still = Refiling(was, None, ids).still_named_in(before.concern.draft)
        form.words.setVisible(bool(still))
        form.words.say(
            f"What was written stays as it is, and a part of the name {was.name} also stands in: "
            f"{'; '.join(still)}. Add a new version if those words are wrong, too."
        )


def told_of(copies: Sequence[CopyMade]) -> str:
    """Return which copies already carried it, a line each."""
    if not copies:
        return "No copy for others was made of it."
    made = (f"version {one.version}, {in_full(one.made_at)}, {one.name}" for one in copies)
    count = "1 copy" if len(copies) == 1 else f"{len(copies)} copies"
    lead = f"{count} for others already carried it. Ask for each one back, and shred it:"
    return "\n".join((lead, *(f"• {line[:1].upper()}{line[1:]}" for line in made)))
