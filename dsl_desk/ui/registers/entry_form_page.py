"""Writing in a register: a new entry, or what stands there from now on, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from typing_extensions import override

from dsl_desk.domain.changes import Changed
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.registers.all import REGISTERS
from dsl_desk.domain.registers.register import RegisterDraft, RegisterName
from dsl_desk.ui.forms.blanks_form import BlanksForm
from dsl_desk.ui.forms.form_page import FormPage
from dsl_desk.ui.registers.who_decides import WhoDecides

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.person import PersonRow
    from dsl_desk.domain.registers.register import Registered
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.forms.name_line import NameLine
    from dsl_desk.ui.registers.means import Means

_OFFERED: Final = 6


class _RegisterForm(FormPage):
    """What both forms share: names are offered as they are typed."""

    def offer_names(self, line: NameLine, words: str) -> None:
        """Offer who is known by these words."""

        def show(found: tuple[PersonRow, ...]) -> None:
            line.show_found(words, found)

        self._means.worker.ask(line, lambda desk: desk.people.find(words, _OFFERED), show)


class AddEntryPage(_RegisterForm):
    """A new entry of one register."""

    def __init__(self, means: Means, name: RegisterName, about: str = "") -> None:
        register = REGISTERS[name]
        super().__init__(means, f"Add {register.one}", "Keep this entry", register.part)
        self._register = register
        self.header.say(self.title, register.purpose)
        self.form = BlanksForm(register.asked, lambda: means.clock.now().date())
        self.form.find_wanted.connect(self.offer_names)
        self.hold(self.form, self.form, f"add to {name.value}")
        if name is RegisterName.APPROVALS:
            self.who = WhoDecides(means.worker, self.form)
        if about:
            means.worker.ask(self, lambda desk: desk.people.directory.person(about), self._begin)

    def _begin(self, child: PersonRow | None) -> None:
        """Begin with what is known of a child, where nothing was typed before."""
        if child is None or any(self.form.answers().values()):
            return
        days = {"left_on": child.draft.ends, "started_on": child.draft.starts}
        self.form.show_answers({"child": child.name, **days}, {"child": child.id})

    @override
    def command(self) -> Callable[[Desk], Changed[str]]:
        form, entry = self.form, self.entry
        draft = RegisterDraft(self._register.name, form.answers(), form.people())
        return lambda desk: _id_of(desk.registers.record(draft, entry))


class ChangeEntryPage(_RegisterForm):
    """What stands in an entry from now on, and why."""

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__(means, "Change an entry", "Keep the change", Compartment.SCHOOL)
        self._of: Registered | None = None
        self.form: BlanksForm | None = None
        means.worker.ask(
            self, lambda desk: desk.registers.open(record), self._show, self.notice.show_failure
        )

    @override
    def command(self) -> Callable[[Desk], Changed[str]]:
        of, form, entry = self._of, self.form, self.entry
        assert of is not None  # noqa: S101 there is no form to finish before it has come
        assert form is not None  # noqa: S101 likewise
        draft = RegisterDraft(of.draft.register, form.answers(), form.people())
        read, reason = of.entry.id, form.reason()
        return lambda desk: _id_of(desk.registers.change(read, draft, reason, entry))

    def _show(self, entry: Registered) -> None:
        self._of = entry
        register = REGISTERS[entry.draft.register]
        self.be_of(register.part)
        self.header.say(
            register.title_of(entry.draft), self.tr("What was written before stays beside it")
        )
        form = BlanksForm(register.asked, lambda: self._means.clock.now().date(), again=True)
        form.show_answers(entry.draft.answers, entry.draft.people)
        form.find_wanted.connect(self.offer_names)
        self.form = form
        self.hold(form, form, f"change {entry.id}")
        if entry.draft.register is RegisterName.APPROVALS:
            self.who = WhoDecides(self._means.worker, form)
        self.land()


def _id_of(changed: Changed[Registered]) -> Changed[str]:
    return Changed(changed.answer.id, changed.things)
