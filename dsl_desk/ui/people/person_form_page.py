"""Adding somebody, and changing what is known of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from dsl_desk.domain.changes import Changed
from dsl_desk.domain.compartment import Compartment
from dsl_desk.ui.forms.form_page import FormPage
from dsl_desk.ui.people.person_form import PersonForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.person import Person
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.people import PersonPage
    from dsl_desk.ui.people.means import Means

ADDING = "add a person"


class AddPersonPage(FormPage):
    """Somebody new."""

    def __init__(self, means: Means) -> None:
        super().__init__(means, "Add a person", "Add this person", Compartment.SCHOOL)
        self.header.say(self.title, self.tr("Families are kept with the children's records"))
        self.form = PersonForm()
        self.hold(self.form, self.form, ADDING)

    @override
    def command(self) -> Callable[[Desk], Changed[str]]:
        draft, entry = self.form.draft(), self.entry
        return lambda desk: _id_of(desk.people.add(draft, entry))


class ChangePersonPage(FormPage):
    """What is so from now on, and why."""

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__(means, "Change a person", "Keep the change", Compartment.SCHOOL)
        self._of: Person | None = None
        self.form = PersonForm()
        means.worker.ask(
            self, lambda desk: desk.people.open(record), self._show, self.notice.show_failure
        )

    @override
    def command(self) -> Callable[[Desk], Changed[str]]:
        of = self._of
        assert of is not None  # noqa: S101 there is no form to finish before it has come
        draft, entry, reason = self.form.draft(), self.entry, self.form.reason.text()
        return lambda desk: _id_of(desk.people.change(of.entry.id, draft, reason, entry))

    def _show(self, page: PersonPage) -> None:
        self._of = page.person
        self.header.say(page.person.draft.name, self.tr("What was written before stays beside it"))
        self.form = PersonForm(page.person.draft)
        self.hold(self.form, self.form, f"change {page.person.id}")
        self.land()


def _id_of(changed: Changed[Person]) -> Changed[str]:
    return Changed(changed.answer.id, changed.things)
