"""The choices a concern offers: what it is about, who was what in it, what kind it is."""

from __future__ import annotations

from enum import Enum


class About(Enum):
    """What a concern is about. It decides in which part of the vault it is kept."""

    CHILD = "child"
    ADULT = "adult"
    ACCOUNT = "account"


class Involvement(Enum):
    """What somebody was in this one concern; in the next they may be something else."""

    AFFECTED = "affected"
    SAID_TO_HAVE_DONE_IT = "said_to_have_done_it"
    WITNESS = "witness"
    BYSTANDER = "bystander"
    SHARED_IT_ON = "shared_it_on"


class FourC(Enum):
    """The four areas of risk online."""

    CONTENT = "content"
    CONTACT = "contact"
    CONDUCT = "conduct"
    COMMERCE = "commerce"


class ConcernSort(Enum):
    """What kind of concern it is: those online first, then the others of a child's file."""

    CYBERBULLYING = "cyberbullying"
    GROOMING = "grooming"
    ADULT_POSING = "adult_posing"
    NUDES = "nudes"
    RADICALISATION = "radicalisation"
    HARMFUL_CONTENT = "harmful_content"
    SCAM = "scam"
    UNDER_AGE = "under_age"
    STAFF_CONTACT = "staff_contact"
    PUPIL_CONTACT = "pupil_contact"
    COMMENTS = "comments"
    IMPERSONATION = "impersonation"
    FILTER_BYPASS = "filter_bypass"
    PHYSICAL = "physical"
    EMOTIONAL = "emotional"
    SEXUAL = "sexual"
    NEGLECT = "neglect"
    DOMESTIC = "domestic"
    EXPLOITATION = "exploitation"
    FGM = "fgm"
    HONOUR = "honour"
    SELF_HARM = "self_harm"
    CHILD_ON_CHILD = "child_on_child"
    MISSING = "missing"
    INJURY = "injury"
    OTHER = "other"

    @property
    def online(self) -> bool:
        """Whether it is one of those that happen online."""
        return _IN_ORDER.index(self) <= _IN_ORDER.index(ConcernSort.FILTER_BYPASS)


_IN_ORDER = tuple(ConcernSort)


class SafeNow(Enum):
    """Whether the child is safe now: asked of every concern."""

    UNANSWERED = "unanswered"
    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"


class Parents(Enum):
    """Whether the parents were told."""

    UNANSWERED = "unanswered"
    TOLD = "told"
    NOT_YET = "not_yet"
    NOT_TO_BE_TOLD = "not_to_be_told"


class ConcernState(Enum):
    """How far a concern has come."""

    NEW = "new"
    IN_PROGRESS = "in_progress"
    WAITING = "waiting"
    CLOSED = "closed"


class BodyPlace(Enum):
    """A place on the body, for what was seen there; in words, never in a picture."""

    HEAD_FRONT = "head_front"
    HEAD_BACK = "head_back"
    FACE_LEFT = "face_left"
    FACE_RIGHT = "face_right"
    EAR_LEFT = "ear_left"
    EAR_RIGHT = "ear_right"
    MOUTH = "mouth"
    NECK = "neck"
    SHOULDER_LEFT = "shoulder_left"
    SHOULDER_RIGHT = "shoulder_right"
    UPPER_ARM_LEFT = "upper_arm_left"
    UPPER_ARM_RIGHT = "upper_arm_right"
    LOWER_ARM_LEFT = "lower_arm_left"
    LOWER_ARM_RIGHT = "lower_arm_right"
    HAND_LEFT = "hand_left"
    HAND_RIGHT = "hand_right"
    CHEST = "chest"
    STOMACH = "stomach"
    UPPER_BACK = "upper_back"
    LOWER_BACK = "lower_back"
    BOTTOM = "bottom"
    GENITAL_AREA = "genital_area"
    UPPER_LEG_LEFT = "upper_leg_left"
    UPPER_LEG_RIGHT = "upper_leg_right"
    LOWER_LEG_LEFT = "lower_leg_left"
    LOWER_LEG_RIGHT = "lower_leg_right"
    FOOT_LEFT = "foot_left"
    FOOT_RIGHT = "foot_right"
