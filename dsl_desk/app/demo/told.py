"""What is told in the invented school: kinds of concern, and the words in which they come."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from dsl_desk.domain.concern_choices import ConcernSort as Sort
from dsl_desk.domain.concern_choices import FourC


@dataclass(frozen=True)
class Tale:
    """One kind of concern. `{child}` and `{other}` stand for who it is about this time."""

    sort: Sort
    words: str = field(repr=False)
    action: str = field(repr=False)
    platform: str = ""
    four_c: FourC | None = None
    often: int = 2
    youngest: int = 0


TALES: Final = (
    Tale(
        Sort.CYBERBULLYING,
        "“nobody wants u on the residential. just dont come.” {child} said that three others then "
        "sent a thumbs-up, {other} first.",
        "Stayed with {child} through break. Class teacher asked to keep an eye on the table.",
        "WhatsApp",
        FourC.CONDUCT,
        7,
        4,
    ),
    Tale(
        Sort.COMMENTS,
        "A page called 6h.secrets has a post about {child}'s shoes. {other} showed it to the "
        "lunchtime supervisor.",
        "Asked {child} what they would like to happen. Nobody was asked to show a phone.",
        "Instagram",
        FourC.CONDUCT,
        4,
        4,
    ),
    Tale(
        Sort.UNDER_AGE,
        "{child} told the class about having 400 followers, and that the account says 16.",
        "Spoke to {child} about ages and settings. Leaflet for the family.",
        "TikTok",
        FourC.CONTENT,
        5,
        2,
    ),
    Tale(
        Sort.HARMFUL_CONTENT,
        "“it keeps showing me people who only eat ice.” {child} has been leaving lunch.",
        "School nurse told. Lunch is being watched without a fuss.",
        "TikTok",
        FourC.CONTENT,
        3,
        4,
    ),
    Tale(
        Sort.GROOMING,
        "“He says he is 12 but he drives a car.” {child} talks to somebody every night, and he "
        "asked for the name of the school.",
        "Mother came in at once. Asked her not to delete anything. Reported to CEOP by her and us.",
        "Roblox",
        FourC.CONTACT,
        3,
        2,
    ),
    Tale(
        Sort.SCAM,
        "{child} paid £40 for a sword that never came, with a parent's card.",
        "Parents told. They speak to their bank.",
        "Roblox",
        FourC.COMMERCE,
        3,
        2,
    ),
    Tale(
        Sort.IMPERSONATION,
        "An account has {child}'s name and photo. It wrote to {other} that they are a liar.",
        "Reported as impersonation. {child} knows that nobody believes it.",
        "Snapchat",
        FourC.CONDUCT,
        2,
        4,
    ),
    Tale(
        Sort.FILTER_BYPASS,
        "{child} used a proxy in the library to reach a chat with strangers.",
        "Network manager told. The page is closed. Talked with {child} about why.",
        "Discord",
        FourC.CONTACT,
        2,
        4,
    ),
    Tale(
        Sort.NEGLECT,
        "{child} came without a coat for the fourth day and asked twice whether there was toast.",
        "Fed, coat from the cupboard. Rang home; nobody answered. Tried again at two.",
        often=5,
    ),
    Tale(
        Sort.EMOTIONAL,
        "“Mum says I ruined it for everybody.” {child} said it very quietly while tidying up.",
        "Listened, wrote it down at once, told {child} who will know.",
        often=4,
    ),
    Tale(
        Sort.DOMESTIC,
        "{child} slept at a neighbour's because “it was loud again”.",
        "Operation Encompass call had come at eight. Breakfast, a quiet morning, key adult told.",
        often=3,
    ),
    Tale(
        Sort.PHYSICAL,
        "{child} has a mark on the arm and first said it was the dog, then the door.",
        "Not asked further. Where it is was written down. Rang the front door team.",
        often=2,
    ),
    Tale(
        Sort.CHILD_ON_CHILD,
        "{other} pulled {child}'s trousers down in the line. Others laughed.",
        "Separated, both heard alone. Families told the same afternoon.",
        often=3,
        youngest=2,
    ),
    Tale(
        Sort.SELF_HARM,
        "{child} wrote “I wish I was not here” on the back of the maths sheet.",
        "Did not leave {child} alone. Mother came in; appointment with the GP for today.",
        often=1,
        youngest=4,
    ),
    Tale(
        Sort.MISSING,
        "{child} was not in on Monday and nobody rang. Found at the bus stop with a cousin at ten.",
        "First day call, second call, then walked to the house. Family support asked.",
        often=2,
    ),
    Tale(
        Sort.PUPIL_CONTACT,
        "{child} sent a friend request to a teacher, who left it unanswered and told us.",
        "Teacher thanked. {child} told why that is not the way, kindly.",
        "Instagram",
        FourC.CONTACT,
        2,
        3,
    ),
)
FOLLOW_UPS: Final = (
    "Spoke to {child} at break. Says it has stopped, and would say so if it began again.",
    "Class teacher has seen nothing more this week.",
    "{child} was asked what would help: to sit with somebody else at lunch. Done.",
    "Mother rang back. She had not known, and will look at the phone with {child} tonight.",
    "Both families were told the same thing in the same words.",
    "Looked at the seating again. {child} seems lighter.",
)
WHY: Final = (
    "No further sign in two weeks, {child} says it is over, and the family agrees.",
    "What was asked for was done, and nothing new has come.",
    "Passed to family support, who write to us each half term.",
)
DECISIONS: Final = (
    (
        "Not referred for now.",
        "It does not meet the threshold, and the family asked for help themselves.",
    ),
    ("Speak to both families before the weekend.", "They meet at the same club on Saturday."),
    (
        "Keep {child} on the list of children to be greeted at the gate.",
        "Mornings are the hardest.",
    ),
)
WISHES: Final = (
    "“For it to stop, but not get anyone in trouble.”",
    "“Can I still go on the trip?”",
    "“I only want Mum to know, not Dad.”",
    "",
)
VIEWS: Final = ("Tearful at first, settled by break time.", "Calm. Spoke without being asked.", "")
