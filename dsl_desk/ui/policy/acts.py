"""What is done on the page of the policy: each act is asked for with its reason, then sent."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.policy.alone import ALONE
from dsl_desk.domain.policy.changes import SwitchedOff, Woken
from dsl_desk.ui.kit.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from dsl_desk.domain.changes import Changed
    from dsl_desk.domain.policy.changes import Changes
    from dsl_desk.domain.policy.duty import Duty
    from dsl_desk.domain.policy.profile import Profile
    from dsl_desk.domain.policy.view import OffView, OwnView, PolicyView
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.profiles import ProfileFile
    from dsl_desk.ui.policy.means import Means

_WHY = "Why?"
_KINDS = "Policies (*.toml)"


class Acts(QObject):
    """Asks over the page, and sends ids and words, never a widget.

    Signals:
        done(str): it stands in the ledger; the words for the toast.
        failed(DeskError): it does not.
    """

    done = Signal(str)
    failed = Signal(object)

    def __init__(self, page: QWidget, means: Means) -> None:
        super().__init__(page)
        self._page, self._means = page, means

    def adopt(self, chosen: Profile, *, again: bool) -> None:
        """Take a policy as the school's own, or go back to law and guidance alone."""
        changes = " What was changed in the one before does not come along." if again else ""
        back = chosen.name == ALONE
        title = f"Take “{chosen.title}” as your school's own?"
        why = self._why(
            "Go back to law and guidance alone?" if back else title,
            f"Records made from now on name it. Those of before keep theirs.{changes}",
            "Go back" if back else "Take this policy",
        )
        if why is not None:
            name, entry = chosen.name, self._fresh()
            said = "Law and guidance alone are asked" if back else "This policy is in force"
            self._send(lambda desk: desk.policy.adopt(name, why, entry), said)

    def take_from_file(self) -> None:
        """Take a policy that somebody wrote; a line that is wrong refuses the file as a whole."""
        file = self._means.ask.which_file(self._page, "The file of your policy", _KINDS)
        if file is not None:
            self._means.worker.ask(
                self, lambda desk: desk.policy.written(file), self._take_up, self.failed.emit
            )

    def _take_up(self, file: ProfileFile) -> None:
        profile = file.profile
        why = self._why(
            f"Take “{profile.title}” as your school's own?",
            f"{len(profile.clauses)} clauses and {len(profile.duties)} duties were read, and "
            "nothing is wrong with them. It is kept in the vault; the file is needed no more.",
            "Take this policy",
        )
        if why is not None:
            entry = self._fresh()
            self._send(
                lambda desk: desk.policy.take_up(file, why, entry), "This policy is in force"
            )

    def switch_off(self, view: PolicyView, duty: Duty) -> None:
        """Ask for a duty no longer."""
        why = self._why(
            "Switch this duty off?",
            f"“{duty.words}” is asked no longer. Another member is shown that you did so.",
            "Switch it off",
        )
        if why is not None:
            off = (*view.changes.off, SwitchedOff(duty.id, why))
            self.change(view, replace(view.changes, off=off), why, "The duty is switched off")

    def switch_on(self, view: PolicyView, duty: str) -> None:
        """Ask for it again."""
        why = self._why(
            "Switch this duty on again?", "It is asked from now on, as before.", "Switch it on"
        )
        if why is not None:
            off = tuple(one for one in view.changes.off if one.duty != duty)
            self.change(view, replace(view.changes, off=off), why, "The duty is asked again")

    def end(self, view: PolicyView, one: OwnView) -> None:
        """Ask for a duty of our own no longer."""
        why = self._why(
            "End this duty of our own?",
            f"“{one.own.table['words']}” is asked no longer. Another member is shown that you did "
            "so. It can be switched on again.",
            "End it",
        )
        if why is not None:
            off = (*view.changes.off, SwitchedOff(one.own.id, why))
            self.change(view, replace(view.changes, off=off), why, "The duty is ended")

    def wake(self, view: PolicyView, duty: Duty) -> None:
        """Ask for what slept in law and guidance, since a source says that it is in force."""
        question = Question(
            "Is this in force now?",
            "From now on it is asked in your school. Write where you read it, and from which day.",
            "It is in force",
            "Not now",
            "Which source says so?",
        )
        yes = self._means.ask.confirm(self._page, question)
        if yes is not None:
            woken = (*view.changes.woken, Woken(duty.id, yes.reason))
            self.change(
                view, replace(view.changes, woken=woken), yes.reason, "It is asked from now on"
            )

    def put_to_sleep(self, view: PolicyView, duty: Duty) -> None:
        """Say that it is not in force after all."""
        why = self._why(
            "Is this not in force after all?", "It is asked no longer.", "It is not in force"
        )
        if why is not None:
            woken = tuple(one for one in view.changes.woken if one.duty != duty.id)
            self.change(view, replace(view.changes, woken=woken), why, "It is not asked")

    def see(self, off: OffView) -> None:
        """Say that this member has seen a switch-off."""
        self._see(off.switched.duty, off.switched.since)

    def see_own(self, one: OwnView) -> None:
        """Say that this member has seen a duty somebody added."""
        self._see(one.own.id, one.own.since)

    def _see(self, duty: str, since: int) -> None:
        entry = self._fresh()
        self._send(
            lambda desk: desk.policy.see(duty, since, entry), "Written down: you have seen it"
        )

    def change(self, view: PolicyView, changes: Changes, why: str, said: str) -> None:
        """Write what the school changed as a further version."""
        of = EntryId(view.mark.entry) if view.mark.entry else None
        entry = self._fresh()
        self._send(lambda desk: desk.policy.change(of, changes, why, entry), said)

    def _why(self, title: str, sentence: str, act: str) -> str | None:
        question = Question(title, sentence, act, "Not now", _WHY)
        yes = self._means.ask.confirm(self._page, question)
        return None if yes is None else yes.reason

    def _send(self, act: Callable[[Desk], Changed[PolicyView]], said: str) -> None:
        self._means.worker.do(self, act, lambda _view: self.done.emit(said), self.failed.emit)

    def _fresh(self) -> EntryId:
        return EntryId(fresh_id(self._means.clock.now()))
