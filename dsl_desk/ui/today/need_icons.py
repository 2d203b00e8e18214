"""The picture beside each need on Today."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.today import NeedSort
from dsl_desk.ui.theme.icon import Icon

if TYPE_CHECKING:
    from collections.abc import Mapping

ICONS: Final[Mapping[NeedSort, Icon]] = {
    NeedSort.RING_POLICE: Icon.SHIELD_BAN,
    NeedSort.SET_ASIDE_TOO: Icon.SHIELD_BAN,
    NeedSort.LADO_CLOCK: Icon.CLOCK_ALERT,
    NeedSort.ADVICE_TO_COME: Icon.PHONE_OUTGOING,
    NeedSort.NUMBER_CHECK: Icon.PHONE_OUTGOING,
    NeedSort.LEFT_UNOPENED: Icon.MAIL,
    NeedSort.LEFT_WAITS: Icon.MAIL,
    NeedSort.NOT_SAFE: Icon.TRIANGLE_ALERT,
    NeedSort.AGREE_TO_LOOK: Icon.SCAN_EYE,
    NeedSort.LOOK_OWES: Icon.SCAN_EYE,
    NeedSort.LOOK_OVER: Icon.SCAN_EYE,
    NeedSort.SUBJECT_CLOCK: Icon.CALENDAR_CLOCK,
    NeedSort.SUBJECT_ASKED: Icon.KEY_ROUND,
    NeedSort.EVERYTHING_LEFT: Icon.TRIANGLE_ALERT,
    NeedSort.DUTY_OVERDUE: Icon.SCROLL_TEXT,
    NeedSort.LOOK_DUTY: Icon.SCROLL_TEXT,
    NeedSort.REGISTER_DUTY: Icon.SCROLL_TEXT,
    NeedSort.REPLY_DUE: Icon.PHONE_OUTGOING,
    NeedSort.BREACH_CLOCK: Icon.CLOCK_ALERT,
    NeedSort.TAKE_DOWN_CHECK: Icon.EYE,
    NeedSort.FILE_TO_SEND: Icon.SEND,
    NeedSort.RECEIPT_TO_CHASE: Icon.PHONE_OUTGOING,
    NeedSort.FILE_TO_CHASE: Icon.PHONE_OUTGOING,
    NeedSort.RECEIPT_TO_GIVE: Icon.MAIL,
    NeedSort.FILE_TO_ASK: Icon.USERS_ROUND,
    NeedSort.CONSENT_ENDS: Icon.CAMERA_OFF,
    NeedSort.ACCOUNT_CHECK: Icon.NOTEBOOK_TABS,
    NeedSort.FILTERING_LOOK: Icon.NOTEBOOK_TABS,
    NeedSort.CHECK_DUE: Icon.EYE,
    NeedSort.NEW_CONCERN: Icon.NOTEBOOK_PEN,
    NeedSort.TASK: Icon.CALENDAR_CLOCK,
    NeedSort.DECLARATION_WAITS: Icon.SIGNATURE,
    NeedSort.DECLARATION_AGAIN: Icon.SIGNATURE,
    NeedSort.ACCEPTANCE_WAITS: Icon.SIGNATURE,
    NeedSort.SWITCHED_OFF: Icon.SCROLL_TEXT,
    NeedSort.DUTY_ADDED: Icon.SCROLL_TEXT,
    NeedSort.DUTIES_UNREAD: Icon.SCROLL_TEXT,
    NeedSort.DISPOSAL: Icon.TRASH_2,
    NeedSort.REVIEW_DUE: Icon.CALENDAR_CLOCK,
    NeedSort.OFTEN_NAMED: Icon.LAYERS,
    NeedSort.MADE_APART: Icon.GIT_COMMIT_VERTICAL,
    NeedSort.UNFINISHED: Icon.CIRCLE_DASHED,
}
