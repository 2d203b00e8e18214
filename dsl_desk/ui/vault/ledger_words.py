"""What a line of the ledger says, in words: who did what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.ids import MemberId
from dsl_desk.domain.roll_act import RollAct
from dsl_desk.ui.theme.icon import Icon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.services.vault import LedgerLine

_DID = {
    EntryClass.FOUNDING: (Icon.VAULT, "began this part of the vault"),
    EntryClass.UNLOCK: (Icon.LOCK_KEYHOLE_OPEN, "unlocked the vault"),
    EntryClass.CONCERN: (Icon.NOTEBOOK_PEN, "recorded a concern"),
    EntryClass.OPENED: (Icon.EYE, "opened a record"),
    EntryClass.EXPORT: (Icon.FILE_DOWN, "made a copy on paper"),
    EntryClass.DISPOSAL: (Icon.TRASH_2, "disposed of a record"),
    EntryClass.MERGE: (Icon.LAYERS, "brought two copies together"),
    EntryClass.WAY_IN: (Icon.KEY_ROUND, "changed their own way in"),
    EntryClass.AUTHORISATION: (Icon.CHECK, "authorised a record"),
    EntryClass.MEMBERS: (Icon.USERS_ROUND, "changed members or keys"),
    EntryClass.CASE: (Icon.SHIELD_BAN, "wrote in a sealed case"),
    EntryClass.SETTING: (Icon.SETTINGS, "changed a setting of the school"),
    EntryClass.POLICY: (Icon.SCROLL_TEXT, "changed the school's policy"),
    EntryClass.PERSON: (Icon.USER_ROUND, "added or changed a person"),
    EntryClass.CHILD_FILE: (Icon.NOTEBOOK_TABS, "wrote in a child's file"),
    EntryClass.IDENTITY: (Icon.ID_CARD, "wrote down an account online"),
    EntryClass.STEP: (Icon.CHECK, "wrote down what was done"),
    EntryClass.REFERRAL: (Icon.SEND, "wrote in a referral"),
    EntryClass.TASK: (Icon.CALENDAR_CLOCK, "set or finished a reminder"),
    EntryClass.REGISTER: (Icon.NOTEBOOK_TABS, "wrote in a register"),
    EntryClass.VIEWING: (Icon.SCAN_EYE, "wrote about looking at an account"),
    EntryClass.EVIDENCE: (Icon.IMAGE, "wrote about evidence"),
    EntryClass.ALLEGATION: (Icon.USER_ROUND, "wrote about an adult"),
    EntryClass.DECLARATION: (Icon.SIGNATURE, "wrote about a family link"),
    EntryClass.LEFT: (Icon.MAIL, "took in or opened a sealed note"),
    EntryClass.RETENTION: (Icon.HOURGLASS, "decided how long something is kept"),
    EntryClass.SNAPSHOT: (Icon.HARD_DRIVE, "made or tried a copy of the vault"),
}
_ROLL = {
    RollAct.ADD: "added a member",
    RollAct.GRANT: "gave a key",
    RollAct.TAKE_BACK: "took a key back",
    RollAct.RETIRE: "retired a member",
    RollAct.RENAME: "gave a member another name",
    RollAct.APPOINT: "filled a post",
    RollAct.FOUND_ANEW: "began a part anew",
    RollAct.POLICY: "said which policy the school took",
}
_BY_KIND = {
    "snapshot": "made a copy of the vault",
    "rehearsal": "tried a copy of the vault",
    "termly_check": "checked a sample of a term, or drew one",
    "misfiling": "moved what was filed under the wrong person",
    "hold": "put something on hold, or lifted it",
    "disposal_proposal": "proposed a disposal, or answered one",
    "retention_period": "changed how long a kind of record is kept",
    "lock_after": "changed how long the desk stays unlocked",
    "people_settings": "changed what lists of people look like",
    "kept_filter": "kept a filter of their own",
}
_GROUP = 4


def icon_of(line: LedgerLine) -> Icon:
    """Return the drawing of what was done."""
    return _DID[line.entry_class][0]


def said(line: LedgerLine, names: Mapping[MemberId, str]) -> str:
    """Return who did what."""
    who = names.get(MemberId(line.author), "Somebody who is no member")
    return f"{who} {_what(line)}"


def mark_of(line: LedgerLine) -> str:
    """Return the first eight signs of the fingerprint, in two groups."""
    signs = line.fingerprint
    return f"{signs[:_GROUP]} {signs[_GROUP : 2 * _GROUP]}"


def _what(line: LedgerLine) -> str:
    if not line.understood:
        return "wrote what this version does not understand; it is kept"
    if line.kind in _BY_KIND:
        return _BY_KIND[line.kind]
    if line.entry_class is EntryClass.MEMBERS:
        acts = {act.value: words for act, words in _ROLL.items()}
        return acts.get(line.did, _DID[EntryClass.MEMBERS][1])
    if line.entry_class is EntryClass.CONCERN and line.ref:
        return f"recorded {line.ref}"
    return _DID[line.entry_class][1]
