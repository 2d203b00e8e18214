"""What the people a policy names are called, where the school has no name of its own for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.policy.terms import Recipient

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import Enum

RECIPIENTS: Final[Mapping[Enum, str]] = {
    Recipient.DSL: "Designated Safeguarding Lead",
    Recipient.DEPUTY_DSL: "Deputy DSL",
    Recipient.HEAD: "Headteacher",
    Recipient.EXECUTIVE_HEAD: "Executive Headteacher",
    Recipient.CHAIR: "Chair of governors",
    Recipient.GOVERNORS: "Governing body",
    Recipient.DIRECTORS: "Directors of the trust",
    Recipient.SENIOR_TEAM: "Senior leadership team",
    Recipient.LINE_MANAGER: "Line manager",
    Recipient.FACULTY_HEAD: "Head of Faculty",
    Recipient.ONLINE_SAFETY: "Online Safety Coordinator",
    Recipient.SAFEGUARDING_TEAM: "Safeguarding team",
    Recipient.CLASS_TEACHER: "Class teacher",
    Recipient.SCHOOL_OFFICE: "School office",
    Recipient.HR: "HR",
    Recipient.IT: "IT support",
    Recipient.DPO: "Data protection officer",
    Recipient.ACCOUNT_OWNER: "Owner of the account",
    Recipient.MEMBER_OF_STAFF: "The member of staff",
    Recipient.PUPIL: "The pupil",
    Recipient.PARENTS: "Parents or carers",
    Recipient.WRITER: "Whoever wrote it",
    Recipient.PLATFORM: "The platform",
    Recipient.LADO: "LADO (local authority designated officer)",
    Recipient.SOCIAL_CARE: "Children's social care",
    Recipient.POLICE: "Police",
    Recipient.PREVENT: "Prevent or Channel",
    Recipient.CEOP: "CEOP",
    Recipient.IWF: "Internet Watch Foundation",
    Recipient.DBS: "Disclosure and Barring Service",
    Recipient.TRA: "Teaching Regulation Agency",
    Recipient.ICO: "Information Commissioner's Office",
    Recipient.NEXT_SCHOOL: "The next school",
}
