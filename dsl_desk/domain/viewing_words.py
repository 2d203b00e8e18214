"""The words of everything that belongs to looking at accounts and keeping what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.conversation import Meets, WordsFrom
from dsl_desk.domain.custody import CustodySort
from dsl_desk.domain.evidence import Doubt
from dsl_desk.domain.sharing_marks import CoverReason, MarkSort
from dsl_desk.domain.shot_order import OrderBy
from dsl_desk.domain.stop import StopAnswer, WayIn
from dsl_desk.domain.stop_errors import ScreenTrouble
from dsl_desk.domain.viewing import Authority, Look, OpenToAll, Stands
from dsl_desk.domain.viewing_standing import Agreed, Standing
from dsl_desk.domain.words_only import Trigger

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import Enum

VIEWING_LABELS: Final[Mapping[Enum, str]] = {
    Stands.UNANSWERED: "Choose one",
    Stands.CHILD: "A child we serve",
    Stands.FAMILY: "A parent or somebody in the family",
    Stands.STAFF: "Somebody who works here",
    Stands.UNDER_ALLEGATION: "An adult about whom something is alleged",
    Stands.SUSPECT: "Somebody who may have committed an offence",
    Stands.OTHER: "Somebody else",
    Look.LOOK: "Look",
    Look.URGENT: "Look at once: a child may be at risk now",
    Look.NOT_TO_LOOK: "Not look",
    OpenToAll.UNANSWERED: "Choose one",
    OpenToAll.YES: "Yes, open to anyone",
    OpenToAll.NO: "No, or only after logging in or asking",
    Authority.UNANSWERED: "Choose one",
    Authority.ASKED: "I ask them here, before anybody looks",
    Authority.GIVEN: "They have said yes already",
    Authority.NOBODY: "Nobody else is available",
    Agreed.UNANSWERED: "Not answered",
    Agreed.YES: "Agreed",
    Agreed.NO: "Not agreed",
    Standing.NOT_TO_LOOK: "Decided not to look",
    Standing.ADVICE_FIRST: "Ask the LADO or the police first",
    Standing.WAITING: "Waiting for somebody to agree",
    Standing.REFUSED: "Not agreed, nobody looks",
    Standing.TO_COME: "Not begun yet",
    Standing.OPEN: "Open now",
    Standing.OVER: "The time is over",
    Standing.ENDED: "Closed",
    StopAnswer.NO: "No",
    StopAnswer.YES: "Yes",
    StopAnswer.NOT_SURE: "I am not sure",
    StopAnswer.NOT_ALL: "I have not seen all of it",
    WayIn.FILE: "chosen as a file",
    WayIn.PASTE: "pasted",
    WayIn.DROP: "dropped",
    WayIn.GRAB: "taken from the screen",
    ScreenTrouble.WAYLAND: "This desktop (Wayland) lets no program see the screen",
    ScreenTrouble.PERMISSION: "The system has not let DSL Desk see the screen",
    Trigger.ADULT: "An adult is involved",
    Trigger.COERCED: "The child was coerced, threatened or groomed, or may not understand",
    Trigger.SEXUAL_ACTS: "It shows sexual acts that are violent or unusual for the age",
    Trigger.UNDER_13: "A child in it is under 13",
    Trigger.AT_RISK_NOW: "A child is at risk of harm now",
    Doubt.EDITED: "The file names a program that changes pictures",
    Doubt.TAKEN_LATER: "The file says it was made later than you say you saw it",
    Doubt.TAKEN_EARLIER: "The file says it was made on an earlier day than you say you saw it",
    Meets.FOLLOWS: "Follows the one before",
    Meets.OVERLAPS: "Overlaps the one before",
    Meets.GAP: "Something is missing before it",
    WordsFrom.TYPED: "Typed or pasted",
    WordsFrom.READ: "Read by the computer, not checked",
    OrderBy.VISIBLE: "By the time that can be read in them",
    OrderBy.MADE: "By the time the file says",
    OrderBy.NAME: "By the name of the file",
    CustodySort.DECIDED: "Looking decided",
    CustodySort.ANSWERED: "Another person answered",
    CustodySort.HANDED_IN: "Handed in",
    CustodySort.CAPTURED: "Captured, original sealed",
    CustodySort.DESCRIBED: "Description changed",
    CustodySort.PUT_IN_ORDER: "Put into a conversation",
    CustodySort.OPENED: "Original opened",
    CustodySort.EXPORTED: "Copy on paper made",
    CustodySort.COPIED: "Copy for sharing made",
    CustodySort.COPY_OPENED: "Copy opened",
    CustodySort.USED: "Used here as well",
    CustodySort.TAKE_DOWN: "Asked to be taken down",
    CustodySort.TAKE_DOWN_ENDED: "What came of the request to take it down",
    MarkSort.COVER: "Cover",
    MarkSort.CROP: "Crop",
    MarkSort.ARROW: "Arrow",
    MarkSort.NOTE: "Note",
    CoverReason.UNANSWERED: "Choose a reason",
    CoverReason.OTHER_FACE: "Face of another pupil",
    CoverReason.OTHER_NAME: "Name of another pupil",
    CoverReason.ADULT: "Name or face of an adult",
    CoverReason.CONTACT: "Address, number or account",
    CoverReason.TOLD_US: "Who told us",
    CoverReason.NOT_NEEDED: "Not needed for this",
    CustodySort.MISMATCH: "The file was not as it was sealed",
    CustodySort.QUARANTINED: "Set aside, captured by mistake",
    CustodySort.REMOVED: "Removed on police advice",
    CustodySort.ENDED: "Looking ended",
}
