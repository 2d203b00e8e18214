"""What things are called, once, for screen and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.allegation_words import ALLEGATION_LABELS
from dsl_desk.domain.checking_words import CHECKING_LABELS
from dsl_desk.domain.child_file import ChildStatus, PhotoException
from dsl_desk.domain.chronology import ItemSort
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_words import CONCERN_LABELS
from dsl_desk.domain.damage import Damage
from dsl_desk.domain.declaration_words import DECLARATION_LABELS
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.found_in import FoundIn
from dsl_desk.domain.identity import Sureness
from dsl_desk.domain.import_plan import Why
from dsl_desk.domain.keeping_words import KEEPING_LABELS
from dsl_desk.domain.keychain import KeychainTrouble
from dsl_desk.domain.leaving_words import LEAVING_LABELS
from dsl_desk.domain.left_words import LEFT_LABELS
from dsl_desk.domain.list_trouble import ListTrouble
from dsl_desk.domain.misfiling import DpoTold
from dsl_desk.domain.person import PersonKind, StaffKind
from dsl_desk.domain.picture_words import PICTURE_LABELS
from dsl_desk.domain.platforms import Basis
from dsl_desk.domain.policy.labels import POLICY_LABELS
from dsl_desk.domain.referral_state import ReferralState
from dsl_desk.domain.registers.all import REGISTERS
from dsl_desk.domain.rights import Right
from dsl_desk.domain.role_words import ROLE_LABELS
from dsl_desk.domain.roll_act import RollAct
from dsl_desk.domain.routing import Gap, Row
from dsl_desk.domain.school_calendar import Days, Timer
from dsl_desk.domain.snapshot import Worry
from dsl_desk.domain.subject_words import SUBJECT_LABELS
from dsl_desk.domain.transfer_words import TRANSFER_LABELS
from dsl_desk.domain.viewing_words import VIEWING_LABELS
from dsl_desk.domain.ways_in import Way, WayAct

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import Enum

LABELS: Final[Mapping[Enum, str]] = {
    Compartment.SCHOOL: "School",
    Compartment.CHILDREN: "Children",
    Compartment.STAFF: "Staff",
    Compartment.DECLARATIONS: "Declarations",
    **ROLE_LABELS,
    Right.NONE: "No key",
    Right.READ: "Can read",
    Right.AUTHORISE: "Can read and authorise",
    Right.WRITE: "Can write",
    RollAct.FOUND: "Vault begun",
    RollAct.ADD: "Member added",
    RollAct.GRANT: "Key given",
    RollAct.TAKE_BACK: "Key taken back",
    RollAct.RETIRE: "Member retired",
    RollAct.RENAME: "Member renamed",
    RollAct.APPOINT: "Post filled",
    RollAct.WAYS_IN: "Ways in changed",
    RollAct.FOUND_ANEW: "Part begun anew",
    EntryClass.FOUNDING: "Part begun",
    EntryClass.UNLOCK: "Unlocked",
    EntryClass.CONCERN: "Concern",
    EntryClass.OPENED: "Opened",
    EntryClass.EXPORT: "Copy made",
    EntryClass.SNAPSHOT: "Copy of the vault",
    EntryClass.SETTING: "Setting of the school",
    EntryClass.REGISTER: "Register",
    EntryClass.DISPOSAL: "Disposed of",
    EntryClass.MERGE: "Copies joined",
    EntryClass.WAY_IN: "Way in changed",
    Way.PASSPHRASE: "Passphrase, on this account",
    Way.KEY_FILE: "Passphrase and key file",
    Way.PASSPHRASE_ALONE: "Passphrase alone",
    Way.KIT: "Recovery kit",
    WayAct.PASSPHRASE_CHANGED: "Passphrase changed",
    WayAct.RECOVERED: "New passphrase, after the recovery kit",
    WayAct.KIT_MADE: "New recovery kit, the old one ended",
    WayAct.ENROLLED: "An account added",
    WayAct.KEY_FILE_MADE: "Key file made",
    WayAct.ALONE: "Passphrase alone, without a keychain",
    WayAct.FORGOTTEN: "A way in taken away",
    WayAct.KIT_TYPED_BACK: "Recovery kit typed back from its paper",
    KeychainTrouble.NONE: "This account has no keychain we can rely on",
    KeychainTrouble.LOCKED: "The keychain of this account is locked",
    KeychainTrouble.SLOW: "The keychain of this account does not answer",
    KeychainTrouble.FAILED: "The keychain of this account failed",
    EntryClass.AUTHORISATION: "Authorised",
    EntryClass.MEMBERS: "Members or keys changed",
    EntryClass.CASE: "Sealed case",
    EntryClass.PERSON: "Person",
    EntryClass.CHILD_FILE: "Child's file",
    EntryClass.IDENTITY: "Online identity",
    EntryClass.STEP: "What was done",
    EntryClass.REFERRAL: "Referral",
    EntryClass.TASK: "Task",
    EntryClass.POLICY: "The school's policy",
    EntryClass.RETENTION: "Keeping and disposal",
    **KEEPING_LABELS,
    EntryClass.VIEWING: "Decision to look",
    EntryClass.EVIDENCE: "Evidence",
    **LEFT_LABELS,
    **SUBJECT_LABELS,
    EntryClass.ALLEGATION: "Allegation or low-level concern",
    EntryClass.DECLARATION: "Declared link",
    ItemSort.CONCERN: "Concern",
    ItemSort.CONTACT: "Contact",
    ItemSort.DECISION: "Decision",
    ItemSort.ACTION: "Action",
    ItemSort.REFERRAL: "Referral",
    ItemSort.ALLEGATION: "Allegation",
    ItemSort.FILE: "Child's file",
    ItemSort.DECLARATION: "Family link",
    ItemSort.EVIDENCE: "Evidence",
    ItemSort.MISFILED: "Filed under the wrong person",
    ItemSort.RECEIVED: "Received from another school",
    DpoTold.UNANSWERED: "Not answered",
    DpoTold.TOLD: "Yes",
    DpoTold.NOT_YET: "Not yet",
    DpoTold.NOT_TOLD: "No",
    FoundIn.CONCERN: "In the concern",
    FoundIn.STEP: "In what was done",
    FoundIn.EVIDENCE: "In its evidence",
    FoundIn.CONVERSATION: "In a conversation",
    FoundIn.REFERRAL: "In a referral",
    FoundIn.REGISTER: "In a register",
    FoundIn.RECEIVED: "In what came from another school",
    ReferralState.WAITING: "Waiting for a reply",
    ReferralState.OVERDUE: "Overdue",
    ReferralState.ANSWERED: "Answered",
    PersonKind.PUPIL: "Pupil",
    PersonKind.STAFF: "Works here",
    PersonKind.FAMILY: "Family",
    PersonKind.PROFESSIONAL: "Professional or agency",
    StaffKind.TEACHER: "Teacher",
    StaffKind.SUPPORT: "Support staff",
    StaffKind.SUPPLY: "Supply staff",
    StaffKind.GOVERNOR: "Governor",
    StaffKind.VOLUNTEER: "Volunteer",
    StaffKind.CONTRACTOR: "Contractor",
    ChildStatus.NONE: "No plan",
    ChildStatus.FAMILY_HELP: "Family Help",
    ChildStatus.CHILD_IN_NEED: "Child in need",
    ChildStatus.PROTECTION_PLAN: "Child protection plan",
    ChildStatus.LOOKED_AFTER: "Looked after",
    PhotoException.NONE: "Photographs may be taken and used",
    PhotoException.NOT_POSTED: "Do not post photographs",
    PhotoException.NOT_TAKEN: "Do not take photographs",
    Sureness.SEEN: "Seen, not confirmed",
    Sureness.SAID: "Said by the child",
    Sureness.CONFIRMED: "Confirmed by a parent",
    Why.NO_NAME: "There is no name in this row",
    Why.NO_BIRTHDAY: "There is neither a date of birth nor a UPN",
    Why.NOT_A_DAY: "This is not a day",
    Why.NOT_YET: "This day is still to come",
    Why.BEFORE: "They would have left before they started",
    Why.UPN: "A UPN has 13 signs: a letter, then digits",
    Why.UPN_TWICE: "The same UPN stands in another row",
    Why.TWICE: "The same pupil stands in another row",
    Why.FORMULA: "The cell begins like a formula",
    Why.NUL: "There is a sign in this row that is not text",
    Why.TOO_LONG: "The cell holds more than 200 characters",
    Why.CELLS: "The row has more cells than there are columns",
    ListTrouble.UNREADABLE: "This file cannot be read",
    ListTrouble.TOO_LARGE: "This file is larger than 32 MB",
    ListTrouble.TOO_MANY: "This file has more than 20,000 rows",
    ListTrouble.ENCODING: "There are signs in this file that cannot be read",
    ListTrouble.EMPTY: "There is nobody in this file",
    ListTrouble.NUL: "This file is not a list of text",
    ListTrouble.QUOTES: "A quotation mark in this file is never closed, or a cell is too long",
    ListTrouble.DOCTYPE: "This file carries instructions of its own, which a pupil list never does",
    ListTrouble.NOT_XML: "This file breaks off, or is not written as a CTF is",
    ListTrouble.NOT_CTF: "This is not a Common Transfer File",
    ListTrouble.COLUMNS: "A list needs a date of birth, and a surname or a UPN",
    Basis.TERMS: "The platform's own terms",
    Basis.STATUTE: "The law",
    Days.CLOCK_HOURS: "hours of the clock, weekends included",
    Days.WORKING: "working days: no weekend, no bank holiday",
    Days.SCHOOL: "school days: only when pupils are in",
    Timer.LADO: "Telling the LADO",
    Timer.REPLY: "A reply to a referral",
    Timer.BREACH: "Telling the ICO of a breach",
    Timer.TAKE_DOWN: "Looking again at a take-down request",
    Timer.COPY: "The daily copy of the vault",
    Timer.TRANSFER: "Sending a file to the next school",
    Row.STAFF: "About a member of staff",
    Row.DSL: "About the Designated Safeguarding Lead",
    Row.HEAD: "About the Headteacher",
    Row.CHAIR: "About the chair of governors or proprietor",
    Gap.NOBODY: "Nobody is named yet",
    Gap.NO_STAND_IN: "No stand-in is named yet",
    Worry.NEVER_TAKEN: "No copy of the vault has been made yet",
    Worry.OLD: "The latest copy of the vault is older than one school day",
    Worry.SAME_DRIVE: "The latest copy lies on the same drive as the vault",
    Worry.NEVER_REHEARSED: "Nobody has tried yet whether a copy can be restored",
    Damage.HEADER_FILE: "The vault's own page has been changed",
    Damage.ROLL: "The list of members is older than what was written under it",
    Damage.FILE: "The file is not the one this vault was made with",
    Damage.UNREADABLE: "The entry cannot be read",
    Damage.MISSING: "An entry is missing",
    Damage.CHAIN: "The entry does not follow the one before it",
    Damage.SIGNATURE: "The entry is not signed by its author",
    Damage.RIGHT: "The author had no right to write this entry",
    Damage.BODY: "The words are not the ones that were signed",
    Damage.SLOT: "A sealed case of yours is not as it was last written",
    Damage.SUBJECT: "Somebody holds a key to what is about them",
    Damage.GONE: "Words are missing that nobody disposed of",
    Damage.RETURNED: "Words that were disposed of have come back",
    Damage.TWICE: "Two different entries have the same number",
    Damage.SEARCH: "The search does not agree with the ledger",
    Damage.SHELF: "A list does not agree with the ledger",
    **CONCERN_LABELS,
    **POLICY_LABELS,
    **{name: register.title for name, register in REGISTERS.items()},
    **VIEWING_LABELS,
    **PICTURE_LABELS,
    **ALLEGATION_LABELS,
    **LEAVING_LABELS,
    **DECLARATION_LABELS,
    **TRANSFER_LABELS,
    **CHECKING_LABELS,
}


def label(member: Enum) -> str:
    """Return what an enum member is called."""
    return LABELS[member]
