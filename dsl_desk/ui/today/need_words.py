"""What each need says in its row: icon, title, a second line, when, and the verb of its button."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.dates import in_row, in_sentence, weekday
from dsl_desk.domain.today import NeedSort
from dsl_desk.ui.theme.icon import Icon

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dsl_desk.domain.today import Need


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


_ICONS: Final[Mapping[NeedSort, Icon]] = {
    NeedSort.LADO_CLOCK: Icon.CLOCK_ALERT,
    NeedSort.NOT_SAFE: Icon.TRIANGLE_ALERT,
    NeedSort.REPLY_DUE: Icon.PHONE_OUTGOING,
    NeedSort.NEW_CONCERN: Icon.NOTEBOOK_PEN,
    NeedSort.TASK: Icon.CALENDAR_CLOCK,
    NeedSort.OFTEN_NAMED: Icon.LAYERS,
    NeedSort.MADE_APART: Icon.GIT_COMMIT_VERTICAL,
    NeedSort.UNFINISHED: Icon.CIRCLE_DASHED,
}


def words_of(need: Need, today: date) -> RowWords:
    """Return the words of a need."""
    title, detail, verb = _SAYS[need.sort](need)
    when, more = _when(need, today)
    return RowWords(
        _ICONS[need.sort], title, detail, verb, when, more, late=need.over or need.is_late(today)
    )


def _lado_clock(need: Need) -> tuple[str, str, str]:
    # By reference only: whoever looks over a shoulder at this page reads no name.
    detail = f"Allegation {need.ref}" if need.ref else "A sealed case"
    return "Ring the LADO now", f"{detail} · the outer limit is one working day", "Open allegation"


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


def _often_named(need: Need) -> tuple[str, str, str]:
    return (
        f"{need.count} concerns about {need.about} in 12 weeks",
        "Look at them together: is there a pattern?",
        "Open file",
    )


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


_SAYS: Final[Mapping[NeedSort, Callable[[Need], tuple[str, str, str]]]] = {
    NeedSort.LADO_CLOCK: _lado_clock,
    NeedSort.NOT_SAFE: _not_safe,
    NeedSort.REPLY_DUE: _reply_due,
    NeedSort.NEW_CONCERN: _new_concern,
    NeedSort.TASK: _task,
    NeedSort.OFTEN_NAMED: _often_named,
    NeedSort.MADE_APART: _made_apart,
    NeedSort.UNFINISHED: _unfinished,
}


def _when(need: Need, today: date) -> tuple[str, str]:
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
