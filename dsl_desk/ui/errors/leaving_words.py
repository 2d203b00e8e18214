"""The words for what stands in the way of a paper that is to leave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dsl_desk.domain import leaving_errors as e
from dsl_desk.domain import parcel_errors as p
from dsl_desk.domain.words import label
from dsl_desk.ui.errors.advice import Advice

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.errors import DeskError

_ASK: Final = "Nothing was taken in. Ring whoever sent it, and ask for it again."
PARCEL: Final = {
    p.ParcelTrouble.NOT_ONE: (
        "This file is no parcel of a DSL Desk.",
        "Choose the file whose name ends in .parcel. A PDF is opened with any reader.",
    ),
    p.ParcelTrouble.TOO_LARGE: ("This file is too large to be a parcel.", _ASK),
    p.ParcelTrouble.NEWER: (
        "A newer DSL Desk made this parcel.",
        "Nothing was taken in. Put the newer version on this computer, then try again.",
    ),
    p.ParcelTrouble.SHUT: (
        "These four words do not open it, or the file was changed.",
        "Type the words as they were told to you by telephone, with a space between them.",
    ),
    p.ParcelTrouble.DAMAGED: ("A part of this parcel is missing or was changed.", _ASK),
    p.ParcelTrouble.SIGNATURE: (
        "What stands in this parcel is not what was signed.",
        "Nothing was taken in. Ring the school that is said to have sent it.",
    ),
    p.ParcelTrouble.TRAINING: (
        "One of the two is for training: this vault, or the one this parcel comes from.",
        "Nothing was taken in. What was made to be tried stays among training vaults.",
    ),
}
LEAVING: dict[type[DeskError], Callable[[Any], Advice]] = {
    e.KeptFromError: lambda _e: Advice(
        "Records in this paper are not shared with this person.",
        "Nothing was made. The child's front sheet says why, and who decided it.",
    ),
    e.NotProvedError: lambda error: Advice(
        label(error.flaw),
        "Nothing left, and that is written down. Change what is covered and try again.",
    ),
    e.NotConfirmedByError: lambda _e: Advice(
        "Only the case manager can confirm these statements.",
        "Leave them out, then the pack says that none is recorded, or ask the case manager.",
    ),
    e.NotReadError: lambda _e: Advice(
        "This paper does not leave before somebody has read every page.",
        "Go through all the pages, then tick that you have read them.",
    ),
    e.UndecidedError: lambda error: Advice(
        f"{error.count:,} of these records are neither given nor withheld yet."
        if error.count != 1
        else "1 of these records is neither given nor withheld yet.",
        "Go back and decide about each. A record that has changed is decided again.",
    ),
    e.UnjudgedError: lambda error: Advice(
        f"{error.count:,} records are neither given nor withheld yet."
        if error.count != 1
        else "1 record is neither given nor withheld yet.",
        "Choose for each, here, that it is given or by which exemption it is withheld.",
    ),
    e.NotTheirFileError: lambda _e: Advice(
        "This paper is for another school, or for the local authority.",
        "Choose one of them, and name who opens it there. It never goes by parents.",
    ),
    e.OtherChildShownError: lambda _e: Advice(
        "Another child would be named in this file.",
        "Give each other child an alias, or cover them. Tell the school by telephone if it must "
        "know.",
    ),
    e.FileNotPrintedError: lambda _e: Advice(
        "A file that is no picture cannot be printed.",
        "Choose a locked PDF, so that the file goes inside it, or leave the file out.",
    ),
    e.OriginalsNotPrintedError: lambda _e: Advice(
        "Originals go inside a file, and paper cannot carry them. Nothing was printed.",
        "Choose a locked PDF, or go back to what goes in and leave the originals out.",
    ),
    e.FilesTooLargeError: lambda error: Advice(
        f"Pictures and files are larger than {error.most // 1024**2:,} MB together.",
        "Leave them out here, and give single ones with a paper about their record.",
    ),
    e.DecidedSinceError: lambda _e: Advice(
        "What was decided about a record changed while this copy was being made.",
        "Nothing left. Go back, look at what is decided now, and make the copy again.",
    ),
    p.ParcelError: lambda error: Advice(*PARCEL[error.trouble]),
    e.NothingInItError: lambda _e: Advice(
        "There is nothing in what you chose.", "Choose other days, or other entries."
    ),
}
