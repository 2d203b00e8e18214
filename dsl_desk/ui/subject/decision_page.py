"""What is decided about some records: given or withheld, by which exemption, by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from typing_extensions import override

from dsl_desk.domain.changes import Changed
from dsl_desk.domain.registers.blank import Blank, BlankSort, Choice
from dsl_desk.domain.subject_access import DecisionDraft, Exemption, Judged, Verdict
from dsl_desk.domain.words import label
from dsl_desk.ui.forms.blanks_form import BlanksForm
from dsl_desk.ui.forms.form_page import FormPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.subject_access import SubjectItem
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.subject.means import Means

_BLANKS: Final = (
    Blank(
        "verdict",
        "Are they given?",
        BlankSort.CHOICE,
        needed=True,
        choices=(Choice("give", "Give them"), Choice("withhold", "Withhold them")),
    ),
    Blank(
        "exemption",
        "If they are withheld: why?",
        BlankSort.CHOICE,
        "Child abuse data is withheld only where giving it is not in the child's best interests.",
        choices=tuple(Choice(one.value, label(one)) for one in Exemption),
    ),
    Blank("why", "What speaks for it, in this case?", BlankSort.LINES),
    Blank("dpo", "Who decided, as data protection officer?", needed=True),
    Blank("decided_on", "Decided on", BlankSort.DAY, needed=True),
)


class DecisionPage(FormPage):
    """One decision for the records that were ticked, kept in their own part."""

    def __init__(
        self, means: Means, request: RecordId, part: Compartment, records: tuple[str, ...]
    ) -> None:
        super().__init__(means, "Decide what is given", "Keep the decision", part)
        self._request, self._part = request, part
        self._items: tuple[Judged, ...] = ()
        self.form: BlanksForm | None = None
        wanted = frozenset(records)
        means.worker.ask(
            self,
            lambda desk: _found(desk, request, part, wanted),
            self._show,
            self.notice.show_failure,
        )

    @override
    def command(self) -> Callable[[Desk], Changed[str]]:
        form, entry, part = self.form, self.entry, self._part
        assert form is not None  # noqa: S101 there is no form to finish before it has come
        said = form.answers()
        verdict, exemption = said["verdict"], said["exemption"]
        draft = DecisionDraft(
            request=self._request,
            items=self._items,
            verdict=Verdict(verdict) if verdict else None,
            exemption=Exemption(exemption) if exemption else None,
            why=said["why"],
            dpo=said["dpo"],
            decided_on=said["decided_on"],
        )
        return lambda desk: _id_of(desk.subject.decide(part, draft, entry))

    def _show(self, found: tuple[tuple[SubjectItem, ...], str]) -> None:
        items, dpo = found
        self._items = tuple(Judged(item.record, item.version) for item in items)
        count = "1 record" if len(items) == 1 else f"{len(items):,} records"
        self.header.say(self.title, f"{count} kept in {label(self._part)}")
        form = self.form = BlanksForm(_BLANKS, lambda: self._means.clock.now().date())
        form.show_answers({"dpo": dpo}, {})
        self.hold(form, form, f"decide {self._request} {self._part.value}")
        self.land()


def _found(
    desk: Desk, request: RecordId, part: Compartment, wanted: frozenset[str]
) -> tuple[tuple[SubjectItem, ...], str]:
    entry = desk.registers.open(request)
    items = tuple(one for one in desk.subject.items(entry, part) if one.record in wanted)
    return items, entry.draft.said("dpo")


def _id_of(changed: Changed[RecordId]) -> Changed[str]:
    return Changed(changed.answer, changed.things)
