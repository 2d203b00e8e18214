"""What papers, those they are made for, and how somebody stands on them are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.cover import Showing
from dsl_desk.domain.leaving import HowItLeaves, PaperSort, RecipientSort
from dsl_desk.domain.leaving_errors import Flaw

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import Enum

LEAVING_LABELS: Final[Mapping[Enum, str]] = {
    PaperSort.ENTRY: "Child protection file entry",
    PaperSort.FILE: "Child protection file",
    PaperSort.SELECTED: "Selected entries of a child protection file",
    PaperSort.LADO_PACK: "Referral pack for the LADO",
    PaperSort.VIEWING: "Viewing decision with its evidence",
    PaperSort.LOW_LEVEL: "Record of a low-level concern",
    PaperSort.SOCIAL_CARE: "Referral to children's services",
    PaperSort.PREVENT: "Prevent referral",
    PaperSort.LETTER: "Letter about a declaration",
    PaperSort.DECLARATIONS: "Register of declared family links",
    PaperSort.DECLARATION_COUNTS: "Family links in numbers",
    PaperSort.REGISTER: "Register",
    PaperSort.DO_NOT_PUBLISH: "Do-not-publish list",
    PaperSort.LEDGER: "Extract from the ledger",
    PaperSort.GOVERNORS: "Safeguarding summary for governors",
    PaperSort.SUBJECT_COPY: "Copy of what is kept about somebody",
    PaperSort.SUBJECT_SCHEDULE: "Schedule of what was withheld",
    PaperSort.TRANSFER: "Child protection file for the next school",
    PaperSort.CONVERSATION: "Conversation with its pictures",
    PaperSort.SEALED_COPY: "Copy of what is under seal, for whoever asked",
    PaperSort.SEALED_SCHEDULE: "Schedule of what was withheld under seal",
    PaperSort.CHECK: "Check by somebody else, signed",
    RecipientSort.LADO: "The LADO",
    RecipientSort.POLICE: "The police",
    RecipientSort.SOCIAL_CARE: "Children's services",
    RecipientSort.OTHER_SCHOOL: "Another school",
    RecipientSort.PARENT: "A parent or carer",
    RecipientSort.PERSON_THEMSELVES: "The person it is about",
    RecipientSort.GOVERNORS: "Governors or the trust",
    RecipientSort.COURT: "A court or a solicitor",
    RecipientSort.OWN_FILE: "Our own paper file",
    HowItLeaves.LOCKED: "A locked PDF",
    HowItLeaves.ARCHIVE: "An archive copy, in a locked envelope",
    HowItLeaves.OPEN: "A PDF without a lock",
    HowItLeaves.PRINTED: "On paper, printed here",
    Showing.SHOWN: "Shown",
    Showing.ALIAS: "Alias",
    Showing.COVERED: "Covered",
    Flaw.UNREADABLE: "The finished file could not be read back.",
    Flaw.NOT_LOCKED: "The finished file is not locked as it ought to be.",
    Flaw.PAGES: "Pages are missing from the finished file.",
    Flaw.NAME: "A name you covered was found in the finished file.",
    Flaw.ACTIVE: "Something in the finished file could act or lead out of it.",
    Flaw.FILES: "The finished file carries another file that nobody asked for.",
    Flaw.ABOUT_ITSELF: "The finished file says more of itself than it should.",
    Flaw.NOT_SEALED: "The finished file does not carry the seal it ought to.",
}
