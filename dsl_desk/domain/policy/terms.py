"""The closed lists a profile chooses from: acts, people, events, what it rules on, registers."""

from __future__ import annotations

from enum import Enum


class DutyAct(Enum):
    """What a duty asks somebody to do."""

    TELL = "tell"
    RECORD = "record"
    DECIDE = "decide"
    CAPTURE = "capture"
    REMOVE = "remove"
    ASK = "ask"
    INFORM_PARENTS = "inform_parents"
    REFER = "refer"
    ADVISE = "advise"
    CHECK = "check"
    KEEP_TO = "keep_to"


class Recipient(Enum):
    """Somebody a policy names. What this school calls them is said by its profile."""

    DSL = "dsl"
    DEPUTY_DSL = "deputy_dsl"
    HEAD = "head"
    EXECUTIVE_HEAD = "executive_head"
    CHAIR = "chair"
    GOVERNORS = "governors"
    DIRECTORS = "directors"
    SENIOR_TEAM = "senior_team"
    LINE_MANAGER = "line_manager"
    FACULTY_HEAD = "faculty_head"
    ONLINE_SAFETY = "online_safety"
    SAFEGUARDING_TEAM = "safeguarding_team"
    CLASS_TEACHER = "class_teacher"
    SCHOOL_OFFICE = "school_office"
    HR = "hr"
    IT = "it"
    DPO = "dpo"
    ACCOUNT_OWNER = "account_owner"
    MEMBER_OF_STAFF = "member_of_staff"
    PUPIL = "pupil"
    PARENTS = "parents"
    WRITER = "writer"
    PLATFORM = "platform"
    LADO = "lado"
    SOCIAL_CARE = "social_care"
    POLICE = "police"
    PREVENT = "prevent"
    CEOP = "ceop"
    IWF = "iwf"
    DBS = "dbs"
    TRA = "tra"
    ICO = "ico"
    NEXT_SCHOOL = "next_school"


class Event(Enum):
    """A moment that a duty counts from, or has to come before or after."""

    TOLD = "told"
    HAPPENED = "happened"
    AWARE = "aware"
    LEAVING = "leaving"
    REFERRAL = "referral"
    ACCESS = "access"
    PUBLICATION = "publication"
    CAPTURE = "capture"
    REMOVAL = "removal"
    VIEWING = "viewing"
    ACTION = "action"
    SHARING = "sharing"
    CONTACT = "contact"
    CLOSING = "closing"


class Unit(Enum):
    """In what a duty's time is given."""

    AT_ONCE = "at_once"
    HOURS = "hours"
    WORKING_HOURS = "working_hours"
    WORKING_DAYS = "working_days"
    SCHOOL_DAYS = "school_days"
    DAYS = "days"
    BEFORE = "before"
    AFTER = "after"
    UNSAID = "unsaid"


class RuledOn(Enum):
    """Something policies differ on: the same event, a different rule."""

    PUPIL_CONTACT = "pupil_contact"
    FAMILY_LINK = "family_link"
    LINKS_TO_PARENTS = "links_to_parents"
    FORMER_PUPILS = "former_pupils"
    VIEWING = "viewing"
    CAPTURE = "capture"
    VETTING = "vetting"
    AGES = "ages"
    PHOTOGRAPHS = "photographs"
    PERSONAL_DEVICES = "personal_devices"
    SHARING = "sharing"


class Answer(Enum):
    """What a policy says to one of these."""

    ALLOWED = "allowed"
    WITH_RECORD = "with_record"
    TELL_FIRST = "tell_first"
    WITH_APPROVAL = "with_approval"
    ADVISED_AGAINST = "advised_against"
    FORBIDDEN = "forbidden"
    SILENT = "silent"


class Register(Enum):
    """A list that a policy wants kept."""

    ACCOUNTS = "accounts"
    PHOTO_CONSENT = "photo_consent"
    APPROVALS = "approvals"
    DEPARTURES = "departures"
    CONTACT_ATTEMPTS = "contact_attempts"
    ACKNOWLEDGEMENTS = "acknowledgements"
    BREACHES = "breaches"
    TAKE_DOWNS = "take_downs"
    DECLARATIONS = "declarations"
    POLICY = "policy"
