"""Writing an account online down, on the page of who it is said to belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from dsl_desk.domain.changes import Changed
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.ui.forms.form_page import FormPage
from dsl_desk.ui.people.account_form import AccountForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.people import PersonPage
    from dsl_desk.ui.people.means import Means


class AccountFormPage(FormPage):
    """One account of one person."""

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__(means, "Add an account", "Keep the account", Compartment.CHILDREN)
        self._person = record
        self.form: AccountForm | None = None
        means.worker.ask(
            self, lambda desk: desk.people.open(record), self._show, self.notice.show_failure
        )

    @override
    def command(self) -> Callable[[Desk], Changed[str]]:
        form, entry, person = self.form, self.entry, self._person
        assert form is not None  # noqa: S101 there is no form to finish before it has come
        draft = form.draft()
        return lambda desk: Changed(person, desk.identities.add(draft, entry).things)

    def _show(self, page: PersonPage) -> None:
        name = page.person.draft.name
        self.header.say(self.title, f"An account that is said to belong to {name}")
        self.form = AccountForm(PersonRef(name, page.person.id))
        self.hold(self.form, self.form, f"account of {page.person.id}")
        self.land()
