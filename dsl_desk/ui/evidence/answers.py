"""What to do about an answer that needs a look, by field and code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dsl_desk.domain.errors import Problem

_TIME: Final = "Enter a day and a time, for example 19/11 and 17:00."
ADVICE: Final = {
    ("whose", "missing"): "Write whose account it is, or what you know of them.",
    ("stands", "missing"): "Choose how they stand to the case.",
    ("stands", "other_part"): "This would move it to another part of the vault. Decide anew.",
    ("handle", "missing"): "Write the platform and the name of the account, or its address.",
    ("open_to_all", "missing"): "Choose whether anybody can see it without an account.",
    ("open_to_all", "not_open"): (
        "Only open pages are looked at. Ask the child or a parent to show you, and write down "
        "what is handed in."
    ),
    ("open_how", "missing"): "Write how you checked that it is open to anyone.",
    ("why", "missing"): "Write why.",
    ("looker", "missing"): "Choose who looks.",
    ("school_device", "not_ticked"): "A device of the school is used. A personal one is not.",
    ("own_account", "not_ticked"): "Nobody looks under another name, or by asking to follow.",
    ("this_case", "not_ticked"): "A decision is for one case.",
    ("not_vetting", "not_ticked"): "Accounts are not looked at to vet somebody who applied.",
    ("look", "forbidden"): "Your school's policy does not allow looking. Ask whom it names.",
    ("authority", "missing"): "Choose how somebody else agrees.",
    ("authority", "approval_first"): (
        "Your school's policy asks that somebody agrees first. Choose who, or decide not to look."
    ),
    ("authority", "another_person"): (
        "Looking again with nothing new needs another person's word. Choose who gives it."
    ),
    ("authoriser", "missing"): "Write who agrees: their name.",
    ("authoriser", "same_person"): "The one who looks cannot be the one who agrees.",
    ("authority_why", "missing"): "Write how and when they agreed, or why nobody else could.",
    ("starts", "missing"): _TIME,
    ("starts", "not_a_time"): _TIME,
    ("ends", "missing"): _TIME,
    ("ends", "not_a_time"): _TIME,
    ("ends", "over_already"): "Enter a time that is still to come, for example 17:00 today.",
    ("ends", "another_day"): "It ends with the school day. A further day needs a new decision.",
    ("surveillance", "missing"): "Write why this is not watching somebody.",
    ("why_not_others", "missing"): (
        "Write what is new, or why the police or children's services do not look."
    ),
    ("found", "missing"): "Write what was found. “Nothing that matters” is an answer.",
    ("shows", "missing"): "Write in one line what it shows.",
    ("shows", "too_long"): "Use one short line here. More belongs under “Around it”.",
    ("address", "missing"): "Write the address of the page, or where it was seen.",
    ("seen_at", "missing"): "Enter when it was seen, for example 11:20 today.",
    ("seen_at", "not_a_time"): _TIME,
    ("seen_at", "to_come"): "Enter a time today or earlier, for example 08:45.",
    ("rung_at", "to_come"): "Enter a time today or earlier, for example 08:45.",
    ("from_whom", "missing"): "Write who handed it in.",
    ("how", "missing"): "Write how it reached us, for example by e-mail to the office.",
    ("words", "missing"): "Write it in a few words.",
    ("told_by", "missing"): "Write who told you.",
    ("at", "missing"): _TIME,
    ("at", "not_a_time"): _TIME,
    ("at", "to_come"): "Enter a time today or earlier, for example 08:45.",
    ("viewed_how", "missing"): "Write who saw it, and how that came about.",
    ("reason", "missing"): "Write why this changes.",
    ("title", "missing"): "Write in one line what this conversation is.",
    ("shots", "missing"): "A conversation needs at least one picture.",
    ("shots", "too_many"): "A conversation holds 300 pictures. Make a second one of the rest.",
    ("shots", "twice"): "The same picture stands here twice. Leave one out.",
    ("shots", "not_a_time"): "A time beside a picture cannot be read. Enter 19/11 and 17:00.",
    ("shots", "too_long"): "The words of one picture are longer than 20,000 letters.",
    ("speakers", "missing"): "Write each name as the pictures show it.",
    ("speakers", "twice"): "A name stands here twice. Take one away.",
    ("concern", "missing"): "Choose the concern it is used in.",
    ("nothing_to_cover", "not_ticked"): "Cover what others may not see, or tick this.",
    ("agreed", "missing"): "Choose whether you agree.",
}
_BY_CODE: Final = {"too_long": "Use fewer words here.", "missing": "Fill this in."}
_OF_A_MARK: Final = {"no_reason": "Choose a reason.", "missing": "Write the note."}
_MARK: Final = "mark_"  # and its place: those on a copy for sharing
_NOT_TEXT: Final = "Something here is not text. Delete it and type it again."


def advice_on(problem: Problem) -> str:
    """Return what to do about one answer."""
    if problem.field.startswith(_MARK) and problem.code in _OF_A_MARK:
        return _OF_A_MARK[problem.code]
    by_field = ADVICE.get((problem.field, problem.code))
    return by_field or _BY_CODE.get(problem.code, _NOT_TEXT)
