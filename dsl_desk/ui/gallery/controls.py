"""What people press and fill in, in every state."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup

from dsl_desk.domain.concern_choices import BodyPlace
from dsl_desk.ui.gallery.section import Section
from dsl_desk.ui.kit.body_map import BodyMap
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind, Size
from dsl_desk.ui.kit.choice_card import ChoiceCard
from dsl_desk.ui.kit.day_time import DayTime
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.kit.link import Link
from dsl_desk.ui.kit.passphrase import PassphraseLine
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.kit.progress import Progress
from dsl_desk.ui.kit.radio import Choice
from dsl_desk.ui.kit.segmented import Segmented
from dsl_desk.ui.kit.tick import Tick
from dsl_desk.ui.kit.token import Chosen
from dsl_desk.ui.kit.token_field import TokenField
from dsl_desk.ui.theme.icon import Icon

QUOTE = "“nobody wants u on the residential. just dont come.”"


def buttons() -> Section:
    """Return buttons of every kind and state."""
    off = Button("Continue")
    off.setEnabled(False)
    busy = Button("Make the PDF", Kind.PRIMARY)
    busy.busy("Making the PDF")
    pressed = Button("Pressed", Kind.PRIMARY)
    pressed.setDown(True)
    hover = Button("Hover", Kind.PRIMARY)
    hover.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    record = Button("Record concern", Kind.PRIMARY, keys="Ctrl Enter")
    return (
        Section("Buttons")
        .row(record, Button("Save draft"), Button("Compare", Kind.QUIET))
        .row(Button("Destroy draft", Kind.DANGER, Icon.TRASH_2), off, Link("Start a decision"))
        .row(busy, hover, pressed)
        .row(
            Button("Unlock", Kind.PRIMARY).sized(Size.TALL),
            Button("Add entry", icon=Icon.PLUS).sized(Size.SMALL),
            Button("Destroy", Kind.DESTROY),
        )
    )


def body_map() -> Section:
    """Return the body map with a place about which something is written."""
    body = BodyMap()
    body.mark({BodyPlace.UPPER_ARM_LEFT})
    return Section("Body map").row(body)


def fields() -> Section:
    """Return fields at rest, with a hint, with an error, read-only and off."""
    wrong = Field("When were you told?", Line("Fri 20/11/2026, 08:45"))
    wrong.show_error("Enter a time today or earlier, for example 08:45")
    off = Line("Not asked here")
    off.setEnabled(False)
    who = Field("Who told you?", Line(), "A name, or “prefers not to say”")
    said = Field("What was said or posted, word for word", Lines(QUOTE, verbatim=True, rows=2))
    how = Field("How?", Pick(("By telephone", "By e-mail"), "How?"))
    place = Field("Place", Line(example="Room"), optional="(optional)")
    fixed = Field("Read only", Line("C-2026-041").fix())
    return (
        Section("Fields")
        .wide(who)
        .wide(wrong)
        .halves(how, fixed)
        .halves(Field("Switched off", off), place)
        .wide(said)
        .wide(Field("Passphrase", PassphraseLine()))
    )


def people_and_times() -> Section:
    """Return people as tokens, each with a role, and a day with its time."""
    who = TokenField(("Affected", "Witness"))
    who.show_people((Chosen("Wren Tamarisk"), Chosen("Robin Ash", role=1)))
    told = DayTime(lambda: date(2026, 11, 19), "When were you told?")
    return (
        Section("People and times")
        .wide(Field("Who is it about?", who))
        .wide(Field("When were you told?", told))
    )


def choices() -> Section:
    """Return ticks, round choices, segments and choice cards."""
    ticked, chosen = Tick("Ticked"), Choice("Chosen")
    ticked.setChecked(True)
    chosen.setChecked(True)
    section = Section("Choice")
    section.row(ticked, Tick("Not ticked"), chosen, Choice("Not chosen"))
    about = Segmented(("A child", "An adult", "An account"), "Who is it about?", ticked=True)
    about.choose(0)
    whose = Segmented(("Mine", "Whole team"), "Whose duties?")
    whose.choose(0)
    section.row(about).row(whose)
    agree = ChoiceCard("Agree with conditions", "Priya signs to accept them")
    more = ChoiceCard("Ask for more", "Send a question back")
    group = QButtonGroup(section)
    for card in (agree, more):
        group.addButton(card)
    agree.setChecked(True)
    return section.halves(agree, more)


def progress() -> Section:
    """Return a progress part of the way."""
    bar = Progress("Backing up to “Fernhollow safe copy”")
    bar.show_progress(0.62, "About 20 seconds. You can keep working.")
    bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return Section("Progress").wide(bar)
