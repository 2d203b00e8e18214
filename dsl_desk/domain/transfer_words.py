"""What files on their way are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.school_calendar import RetainedCopy
from dsl_desk.domain.transfer import ReceivedState, TransferState

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import Enum

TRANSFER_LABELS: Final[Mapping[Enum, str]] = {
    TransferState.NOT_MADE: "Not made yet",
    TransferState.MADE: "Made, not sent",
    TransferState.SENT: "Sent, not signed for",
    TransferState.CHASED: "Sent and chased, not signed for",
    TransferState.ACKNOWLEDGED: "Signed for",
    ReceivedState.ASKED: "Asked for, no answer yet",
    ReceivedState.CAME: "Came; receipt or staff to be told",
    ReceivedState.COMPLETE: "Received, receipt given, staff told",
    ReceivedState.NONE_HELD: "None held, said in writing",
    RetainedCopy.KEEP: "Our own copy is kept until its day",
    RetainedCopy.ASK: "Whether our own copy is kept is decided each time",
    RetainedCopy.LET_GO: "Our own copy is proposed for disposal",
}
