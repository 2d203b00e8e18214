"""The classes of entries: coarse, for rights; what an entry is exactly stays in its body."""

from __future__ import annotations

from enum import Enum


class EntryClass(Enum):
    """The coarse kind of an entry, for rights. Fine kinds are in the body."""

    FOUNDING = "founding"
    UNLOCK = "unlock"
    CONCERN = "concern"
    OPENED = "opened"
    EXPORT = "export"
    DISPOSAL = "disposal"
    MERGE = "merge"
    WAY_IN = "way_in"
    AUTHORISATION = "authorisation"
    MEMBERS = "members"
    CASE = "case"
    SNAPSHOT = "snapshot"
    PERSON = "person"
    CHILD_FILE = "child_file"
    IDENTITY = "identity"
    STEP = "step"
    REFERRAL = "referral"
    TASK = "task"
    SETTING = "setting"
    POLICY = "policy"
    REGISTER = "register"
    RETENTION = "retention"
    VIEWING = "viewing"
    EVIDENCE = "evidence"
    ALLEGATION = "allegation"
    LEFT = "left"
    DECLARATION = "declaration"
