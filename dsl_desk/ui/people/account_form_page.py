"""Writing an account online down, and changing it: with who it is said to belong to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from typing_extensions import override

from dsl_desk.domain.changes import Changed
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import RecordMissingError
from dsl_desk.domain.identity import where_identities_are_kept
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.ui.forms.form_page import FormPage
from dsl_desk.ui.people.account_form import AccountForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.identity import Identity
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
        self.be_of(where_identities_are_kept(page.person.draft.kind))
        self.form = AccountForm(PersonRef(name, page.person.id))
        self.hold(self.form, self.form, f"account of {page.person.id}")
        self.land()


class ChangeAccountPage(FormPage):
    """What is known of an account from now on, and why. It stands with whose it is said to be."""

    def __init__(self, means: Means, record: RecordId, account: str) -> None:
        super().__init__(means, "Change an account", "Keep the change", Compartment.CHILDREN)
        self._person, self._account = record, account
        self._of: Identity | None = None
        self.form: AccountForm | None = None
        means.worker.ask(
            self, lambda desk: desk.people.open(record), self._show, self.notice.show_failure
        )

    @override
    def command(self) -> Callable[[Desk], Changed[str]]:
        form, of, entry, person = self.form, self._of, self.entry, self._person
        assert form is not None  # noqa: S101 there is no form to finish before it has come
        assert of is not None  # noqa: S101 likewise
        # It stays with the name it was written under, and in the part it is kept in.
        draft, reason = replace(form.draft(), person=of.draft.person), form.reason.text()

        def change(desk: Desk) -> Changed[str]:
            changed = desk.identities.change(of.entry.id, draft, reason, entry)
            return Changed(person, changed.things)

        return change

    def _show(self, page: PersonPage) -> None:
        found = [one.identity for one in page.identities if one.identity.id == self._account]
        if not found:
            self.notice.show_failure(RecordMissingError())
            return
        [of] = found
        name = page.person.draft.name
        self._of = of
        self.header.say(self.title, f"An account that is said to belong to {name}")
        self.be_of(where_identities_are_kept(page.person.draft.kind))
        self.form = AccountForm(of.draft.person or PersonRef(name, page.person.id), of.draft)
        self.hold(self.form, self.form, f"change of account {of.id}")
        self.land()
