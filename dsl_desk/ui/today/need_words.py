"""What each need says in its row: icon, title, a second line, when, and the verb of its button."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.dates import in_row, in_sentence, weekday
from dsl_desk.domain.today import WAS_LEFT, NeedSort
from dsl_desk.ui.today.need_icons import ICONS
from dsl_desk.ui.today.policy_words import duties_unread, duty_added, switched_off
from dsl_desk.ui.today.register_words import (
    account,
    breach_clock,
    check_due,
    consent,
    entry_duty,
    filtering,
    take_down,
)
from dsl_desk.ui.today.request_words import everything_left, subject_asked, subject_clock
from dsl_desk.ui.today.transfer_words import (
    file_to_ask,
    file_to_chase,
    file_to_send,
    receipt_to_chase,
    receipt_to_give,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dsl_desk.domain.today import Need
    from dsl_desk.ui.theme.icon import Icon


@dataclass(frozen=True)
class RowWords:
    """The words of one row. `late` paints the time red."""

    icon: Icon
    title: str = field(repr=False)
    detail: str = field(repr=False)
    verb: str
    when: str = ""
    when_more: str = ""
    late: bool = False

    def spoken(self) -> str:
        """Return the row as a reader says it."""
        return ". ".join(
            part for part in (self.title, self.detail, self.when, self.when_more) if part
        )


_ALSO: Final[Mapping[NeedSort, str]] = {
    NeedSort.DUTY_OVERDUE: "a duty is overdue",
    NeedSort.NEW_CONCERN: "not looked at yet",
    NeedSort.UNFINISHED: "not complete",
}


def words_of(need: Need, today: date) -> RowWords:
    """Return the words of a need, with what else presses in the same concern."""
    title, detail, verb = _SAYS[need.sort](need)
    detail = " · ".join((detail, *(_ALSO[one] for one in need.also)))
    when, more = _when(need, today)
    return RowWords(
        ICONS[need.sort], title, detail, verb, when, more, late=need.over or need.is_late(today)
    )


def _lado_clock(need: Need) -> tuple[str, str, str]:
    # By reference only: whoever looks over a shoulder at this page reads no name.
    if need.left:
        return "Ring the LADO now", f"Handed in, code {need.ref} · nobody took it up", "Open it"
    detail = f"Allegation {need.ref}" if need.ref else "A sealed case"
    return "Ring the LADO now", f"{detail} · the outer limit is one working day", "Open allegation"


def _advice_to_come(need: Need) -> tuple[str, str, str]:
    detail = f"Allegation {need.ref}" if need.ref else "A sealed case"
    words = f"{detail} · until it comes, what waits for it goes on waiting"
    return "Ask again for the advice that is still to come", words, "Open allegation"


def _number_check(need: Need) -> tuple[str, str, str]:
    if not need.about:
        return "Who is your LADO?", "No authority is chosen: look the number up", "Choose it"
    words = "Nobody has checked it since last term" if need.what else "Nobody has checked it yet"
    return f"Check the number of {need.about}", words, "Check it"


def _set_aside_too(need: Need) -> tuple[str, str, str]:
    detail = "The same picture was set aside in another record. Nobody opens this one"
    return f"Set {need.ref} aside as well", detail, "Open record"


def _left_unopened(need: Need) -> tuple[str, str, str]:
    some = "1 sealed note" if need.count == 1 else f"{need.count} sealed notes"
    return f"{some} nobody has opened", "Left at the lock screen, or by a colleague", "Open"


def _left_waits(need: Need) -> tuple[str, str, str]:
    some = "1 note waits" if need.count == 1 else f"{need.count} notes wait"
    return f"{some} for a decision", "Opened, and not settled: what does each become?", "Open"


def _not_safe(need: Need) -> tuple[str, str, str]:
    title = f"{need.about or 'A child'}: safe now?"
    return title, f"Concern {need.ref} · {need.what}".rstrip(" ·"), "Open concern"


def _reply_due(need: Need) -> tuple[str, str, str]:
    return f"Chase: {need.what}", f"About {need.about}" if need.about else "", "Open concern"


def _new_concern(need: Need) -> tuple[str, str, str]:
    detail = f"About {need.about}" if need.about else "New, not yet assessed"
    return f"Look at concern {need.ref}", f"{detail} · {need.what}".rstrip(" ·"), "Open concern"


def _task(need: Need) -> tuple[str, str, str]:
    linked = (f"About {need.about}" if need.about else "", need.ref)
    return need.what, " · ".join(part for part in linked if part) or "A reminder", "Mark as done"


def _disposal(need: Need) -> tuple[str, str, str]:
    what = f"Record {need.ref}" if need.ref else "A record"
    return (
        "Something is proposed for disposal: agree or refuse",
        f"{what}. It takes a second person, and that is you.",
        "Look at it",
    )


def _often_named(need: Need) -> tuple[str, str, str]:
    return (
        f"{need.count} concerns about {need.about} in 12 weeks",
        "Look at them together: is there a pattern?",
        "Open file",
    )


def _review_due(need: Need) -> tuple[str, str, str]:
    if need.count == 1:
        title = "1 record is due for review"
    else:
        title = f"{need.count} records are due for review"
    return title, "Keep it, put it on hold, or propose that it goes", "Look at them"


def _made_apart(need: Need) -> tuple[str, str, str]:
    return (
        f"Concern {need.ref} was changed in two copies",
        "Both are kept. Read them and say which holds.",
        "Open concern",
    )


def _unfinished(need: Need) -> tuple[str, str, str]:
    gaps = "1 thing is" if need.count == 1 else f"{need.count} things are"
    about = f"About {need.about} · {need.what}" if need.about else need.what
    return f"{gaps} missing in concern {need.ref}", about, "Open concern"


def _ring_police(need: Need) -> tuple[str, str, str]:
    detail = f"{need.ref} was captured by mistake and is set aside. Nobody looks at it"
    return "Ring the police now", detail, "Write it down"


def _agree(need: Need) -> tuple[str, str, str]:
    about = f"At the account of {need.about} · {need.ref}" if need.about else need.ref
    return "Do you agree to a look?", about, "Answer"


def _look_owes(need: Need) -> tuple[str, str, str]:
    rest = "1 answer is" if need.count == 1 else f"{need.count} answers are"
    title = f"{rest} missing in an urgent look" if need.count else "Review an urgent look"
    return title, " · ".join(part for part in (need.about, need.ref) if part), "Open decision"


def _look_over(need: Need) -> tuple[str, str, str]:
    about = " · ".join(part for part in (need.about, need.ref) if part)
    return "The look is over: what did you find?", about, "Write it down"


def _duty(need: Need) -> tuple[str, str, str]:
    more = f" and {need.count - 1} more" if need.count > 1 else ""
    if need.allegation:
        case = f"Allegation {need.ref}" if need.ref else "A sealed case"
        return f"{need.what}{more}", f"{case} · asked by the policy", "Open allegation"
    about = f"About {need.about} · concern {need.ref}" if need.about else f"Concern {need.ref}"
    return f"{need.what}{more}", f"{about} · asked by the policy", "Open concern"


def _look_duty(need: Need) -> tuple[str, str, str]:
    more = f" and {need.count - 1} more" if need.count > 1 else ""
    about = f"About {need.about} · decision {need.ref}" if need.about else f"Decision {need.ref}"
    return f"{need.what}{more}", f"{about} · asked by the policy", "Open decision"


def _whose(need: Need) -> str:
    # A sealed one is told without a name: whoever looks over a shoulder reads none.
    return f"{need.about} · {need.ref}" if need.ref else "A sealed declaration"


def _declaration_waits(need: Need) -> tuple[str, str, str]:
    return "A family link waits for your decision", _whose(need), "Decide"


def _declaration_again(need: Need) -> tuple[str, str, str]:
    return "Look at a family link again", _whose(need), "Look at it"


def _acceptance_waits(need: Need) -> tuple[str, str, str]:
    return "Not yet signed for by the member of staff", _whose(need), "Look at it"


_SAYS: Final[Mapping[NeedSort, Callable[[Need], tuple[str, str, str]]]] = {
    NeedSort.RING_POLICE: _ring_police,
    NeedSort.SET_ASIDE_TOO: _set_aside_too,
    NeedSort.LADO_CLOCK: _lado_clock,
    NeedSort.LEFT_UNOPENED: _left_unopened,
    NeedSort.ADVICE_TO_COME: _advice_to_come,
    NeedSort.NUMBER_CHECK: _number_check,
    NeedSort.LEFT_WAITS: _left_waits,
    NeedSort.NOT_SAFE: _not_safe,
    NeedSort.AGREE_TO_LOOK: _agree,
    NeedSort.LOOK_OWES: _look_owes,
    NeedSort.LOOK_OVER: _look_over,
    NeedSort.DUTY_OVERDUE: _duty,
    NeedSort.LOOK_DUTY: _look_duty,
    NeedSort.REGISTER_DUTY: entry_duty,
    NeedSort.REPLY_DUE: _reply_due,
    NeedSort.BREACH_CLOCK: breach_clock,
    NeedSort.SUBJECT_CLOCK: subject_clock,
    NeedSort.SUBJECT_ASKED: subject_asked,
    NeedSort.EVERYTHING_LEFT: everything_left,
    NeedSort.TAKE_DOWN_CHECK: take_down,
    NeedSort.FILE_TO_SEND: file_to_send,
    NeedSort.RECEIPT_TO_CHASE: receipt_to_chase,
    NeedSort.FILE_TO_CHASE: file_to_chase,
    NeedSort.RECEIPT_TO_GIVE: receipt_to_give,
    NeedSort.FILE_TO_ASK: file_to_ask,
    NeedSort.CONSENT_ENDS: consent,
    NeedSort.ACCOUNT_CHECK: account,
    NeedSort.FILTERING_LOOK: filtering,
    NeedSort.CHECK_DUE: check_due,
    NeedSort.NEW_CONCERN: _new_concern,
    NeedSort.TASK: _task,
    NeedSort.DECLARATION_WAITS: _declaration_waits,
    NeedSort.DECLARATION_AGAIN: _declaration_again,
    NeedSort.ACCEPTANCE_WAITS: _acceptance_waits,
    NeedSort.SWITCHED_OFF: switched_off,
    NeedSort.DUTY_ADDED: duty_added,
    NeedSort.DUTIES_UNREAD: duties_unread,
    NeedSort.DISPOSAL: _disposal,
    NeedSort.REVIEW_DUE: _review_due,
    NeedSort.OFTEN_NAMED: _often_named,
    NeedSort.MADE_APART: _made_apart,
    NeedSort.UNFINISHED: _unfinished,
}


def _when(need: Need, today: date) -> tuple[str, str]:
    if need.by and need.sort in WAS_LEFT:
        return ("Left" if need.count == 1 else "The oldest"), in_row(
            datetime.fromisoformat(need.by)
        )
    if need.by:
        return ("Overdue" if need.over else "At the latest"), in_row(
            datetime.fromisoformat(need.by)
        )
    if not need.due:
        return "", ""
    day = date.fromisoformat(need.due)
    left = (day - today).days
    if left < 0:
        days = "1 day" if left == -1 else f"{-left} days"
        return f"Overdue by {days}", in_sentence(day)
    near = {0: "Today", 1: "Tomorrow"}
    return near.get(left, weekday(day)), in_sentence(day)
