"""Beginning a child's file, and writing its front sheet anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from dsl_desk.domain.changes import Changed
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.ui.forms.form_page import FormPage
from dsl_desk.ui.people.file_form import FileForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.lado_directory import Authority
    from dsl_desk.domain.person import PersonRow
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.people import PersonPage
    from dsl_desk.ui.forms.name_line import NameLine
    from dsl_desk.ui.people.means import Means

    Read = tuple[PersonPage, tuple[Authority, ...], str]

_OFFERED = 6


class FileFormPage(FormPage):
    """The front sheet of one child."""

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__(means, "Child's file", "Keep the file", Compartment.CHILDREN)
        self._page: PersonPage | None = None
        self.form: FileForm | None = None
        means.worker.ask(
            self, lambda desk: _read(desk, record), self._show, self.notice.show_failure
        )

    @override
    def command(self) -> Callable[[Desk], Changed[str]]:
        page, form, entry = self._page, self.form, self.entry
        assert page is not None  # noqa: S101 there is no form to finish before it has come
        assert form is not None  # noqa: S101 likewise
        draft, reason, person = form.draft(), form.reason.text(), page.person.id
        of = page.file.entry.id if page.file else None
        return lambda desk: Changed(person, desk.people.keep_file(of, draft, reason, entry).things)

    def _show(self, read: Read) -> None:
        page, authorities, ours = read
        self._page = page
        draft = page.person.draft
        subtitle = (
            self.tr("What stands on the front sheet")
            if page.file is None
            else self.tr("What was written before stays beside it")
        )
        self.header.say(draft.name, subtitle)
        ref = PersonRef(draft.name, page.person.id)
        kept = page.file.draft if page.file else None
        numbered = bool(page.numbered or (kept and kept.single_identifier))
        self.form = FileForm(ref, kept, numbered=numbered)
        self.form.lives_in.offer(authorities, ours)
        self.form.find_wanted.connect(self._find)
        self.hold(self.form, self.form, f"file of {page.person.id}")
        self.land()

    def _find(self, line: NameLine, words: str) -> None:
        def show(found: tuple[PersonRow, ...]) -> None:
            line.show_found(words, found)

        self._means.worker.ask(line, lambda desk: desk.people.find(words, _OFFERED), show)


def _read(desk: Desk, record: RecordId) -> Read:
    ours = desk.lado.ours()
    return desk.people.open(record), desk.lado.named(), ours.key if ours else ""
