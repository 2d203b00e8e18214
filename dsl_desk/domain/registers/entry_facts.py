"""What an entry of a register says, as facts that a policy can ask about. No name is in any."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.policy.facts import Facts
from dsl_desk.domain.registers.blank import YES
from dsl_desk.domain.registers.deciders import facts_of_proposal
from dsl_desk.domain.registers.register import RegisterName

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from dsl_desk.domain.registers.register import RegisterDraft

_ACCOUNTS: Final[Mapping[str, tuple[str, ...]]] = {
    "in_use": ("account: official",),
    "unofficial": ("about: account", "account: unofficial"),
}
_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "first": ("publishing: first_name",),
    "full": ("publishing: full_name",),
}
_CONSENTS: Final[Mapping[str, tuple[str, ...]]] = {
    "given": ("consent: given",),
    "withdrawn": ("consent: asked_to_remove",),
}
_RISKS: Final[Mapping[str, tuple[str, ...]]] = {
    "risk": ("breach: risk",),
    "high": ("breach: high_risk",),
}
_PUPILS: Final = ("pupil", "child", "class", "year ")
_STAFF: Final = ("staff", "teacher", "colleague", "governor", "employee")


def facts_of_entry(draft: RegisterDraft) -> Facts:
    """Return the facts of an entry as it stands; what nobody has said is not among them."""
    return Facts.of(_SAYS[draft.register](draft))


def _account(draft: RegisterDraft) -> Iterator[str]:
    yield from _ACCOUNTS.get(draft.said("standing"), ())


def _consent(draft: RegisterDraft) -> Iterator[str]:
    yield "publishing: photograph"
    yield from _NAMES.get(draft.said("name_use"), ())
    yield from _CONSENTS.get(draft.said("standing"), ())
    if draft.said("giver_is") == "child":
        yield "consent: by_pupil"


def _proposal(draft: RegisterDraft) -> Iterator[str]:
    if not draft.said("decision"):  # once it is decided, nobody has to be asked any more
        yield from facts_of_proposal(draft.said("sort"))


def _departure(draft: RegisterDraft) -> Iterator[str]:
    if draft.said("standing") in ("proposed", "taken"):
        yield f"departure: {draft.said('standing')}"
    if draft.said("emergency") == YES:
        yield "approval: emergency"


def _breach(draft: RegisterDraft) -> Iterator[str]:
    """Tell whose data went astray: where it is not clear from the words, it may be anybody's."""
    words = f"{draft.said('whose')} {draft.said('data')}".casefold()
    pupils, staff = (any(one in words for one in each) for each in (_PUPILS, _STAFF))
    if pupils or not staff:
        yield "breach: pupil_data"
    if staff or not pupils:
        yield "breach: staff_data"
    yield from _RISKS.get(draft.said("risk"), ())


def _contact(_draft: RegisterDraft) -> Iterator[str]:
    yield from ("about: child", "sort: pupil_contact", "online", "involved: pupil")


def _take_down(draft: RegisterDraft) -> Iterator[str]:
    yield "take_down"
    if draft.said("illegal") != "no":  # what may show a nude picture is taken for one
        yield from ("sort: nudes", "imagery")


def _advice(draft: RegisterDraft) -> Iterator[str]:
    if not draft.said("acknowledged_on"):
        yield "register: acknowledgement"


def _transfer(draft: RegisterDraft) -> Iterator[str]:
    if not draft.said("acknowledged_on"):
        yield "leaving"
    if not draft.said("sent_on"):
        yield "sharing: proposed"


def _nothing(_draft: RegisterDraft) -> Iterator[str]:
    yield from ()


def _filtering(_draft: RegisterDraft) -> Iterator[str]:
    yield "register: filtering"


_SAYS: Final[Mapping[RegisterName, Callable[[RegisterDraft], Iterator[str]]]] = {
    RegisterName.ACCOUNTS: _account,
    RegisterName.PHOTO_CONSENT: _consent,
    RegisterName.APPROVALS: _proposal,
    RegisterName.DEPARTURES: _departure,
    RegisterName.CONTACT_ATTEMPTS: _contact,
    RegisterName.ACKNOWLEDGEMENTS: _advice,
    RegisterName.BREACHES: _breach,
    RegisterName.TAKE_DOWNS: _take_down,
    RegisterName.SUBJECT_REQUESTS: _nothing,
    RegisterName.FILTERING: _filtering,
    RegisterName.TRANSFERS: _transfer,
    RegisterName.FILES_RECEIVED: _nothing,
}
