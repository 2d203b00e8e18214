"""Fifteen situations: the same three events under five policies, as the published texts have them.

Each row was written from the policy itself, not from our data: act, who, by when, clauses. A star
marks what the text leaves open (it bars something and names nobody): there the app's reading
stands, and says so in its words.
"""

from __future__ import annotations

Event = tuple[str, ...]

FRIEND_REQUEST: Event = ("about: child", "sort: pupil_contact", "online", "involved: pupil")
COMMENT: Event = ("about: account", "sort: comments", "online", "said_to_have_done_it: not_known")
MISUSE: Event = ("about: adult", "sort: other", "involved: staff", "said_to_have_done_it: staff")
LADO = "refer | lado | within 1 working day of when we were told"
TELLING = ("tell", "refer", "inform_parents", "remove", "capture", "advise")
OWN: dict[tuple[str, Event], set[str]] = {
    ("northwood", FRIEND_REQUEST): {
        "tell | head | no time is named | IoW 3.7",  # *
        "tell | dsl | no time is named | IoW 4.4",
    },
    ("shire", FRIEND_REQUEST): {
        "tell | head | no time is named | MAT Pupils 6",
        "inform_parents | parents | no time is named | MAT Pupils 6",
    },
    ("early-life", FRIEND_REQUEST): {
        "tell | dsl | at once | ELE 5.4",
        "tell | online_safety | at once | ELE 5.4",
        "tell | line_manager | no time is named | ELE App. 1 not 2",
    },
    ("choysez", FRIEND_REQUEST): {
        "tell | dsl | no time is named | CZ 1.2",
        "tell | line_manager | no time is named | CZ 1.9",
    },
    ("longton", FRIEND_REQUEST): {
        "tell | line_manager | no time is named | LPS 5 contact 6",
        "advise | pupil | no time is named | LPS 5 contact 6",
    },
    ("northwood", COMMENT): {
        "capture |  | before anything is removed | IoW 5.3",
        "remove | account_owner | after a copy is kept | IoW 5.3",
        "tell | dsl | no time is named | IoW 5.2",  # *
        "tell | head | no time is named | IoW 5.2",  # *
    },
    ("shire", COMMENT): {
        "capture |  | before anything is removed | MAT Facebook 3",
        "remove | account_owner | after a copy is kept | MAT Facebook 3",
        "tell | head | at once | MAT Blog 3, MAT Facebook 3",
        "tell | writer | no time is named | MAT Facebook 3",
    },
    ("early-life", COMMENT): {
        "capture |  | before anything is removed | ELE 4.7",
        "remove | account_owner | after a copy is kept | ELE 4.7",
        "tell | online_safety | at once | ELE 4.7",
        "tell | dsl | at once | ELE 4.7",
        "tell | head | at once | ELE 4.7",
        "tell | platform | no time is named | ELE App. 1 do 4",
    },
    ("choysez", COMMENT): {
        "capture |  | before anything is removed | CZ 2.6",
        "remove | account_owner | after a copy is kept | CZ 2.6",
        "tell | senior_team | at once | CZ 2.6",
    },
    ("longton", COMMENT): set(),
    ("northwood", MISUSE): {
        "tell | head | no time is named | IoW 3.6",  # *
    },
    ("shire", MISUSE): {
        "tell | head | no time is named | MAT CP 1",
        "refer | lado | no time is named | MAT CP 2",
    },
    ("early-life", MISUSE): {
        "tell | hr | no time is named | ELE 5.12",
        "tell | head | no time is named | ELE 5.12",
    },
    ("choysez", MISUSE): set(),
    ("longton", MISUSE): {"tell | head | no time is named | LPS 5"},  # *
}

# Where law or guidance asks the same of the same person sooner, the screen shows the sooner time.
SOONER: dict[str, str] = {
    "tell | dsl | no time is named | CZ 1.2": "at once",
    "tell | head | no time is named | IoW 3.6": "at once",
    "tell | head | no time is named | MAT CP 1": "at once",
    "refer | lado | no time is named | MAT CP 2": "within 1 working day of when we were told",
    "tell | head | no time is named | ELE 5.12": "at once",
    "tell | head | no time is named | LPS 5": "at once",
}
