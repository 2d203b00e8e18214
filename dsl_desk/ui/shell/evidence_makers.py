"""From a spot of Evidence to its page. A record id leads to whatever kind of record it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.ids import RecordId
from dsl_desk.services.seeing import facts_of
from dsl_desk.ui.evidence.conversation_form_page import BuildPage, RebuildPage
from dsl_desk.ui.evidence.conversation_page import ConversationPage
from dsl_desk.ui.evidence.copy_page import CopyPage
from dsl_desk.ui.evidence.handed_in_page import HandedInPage, TakePage
from dsl_desk.ui.evidence.list_page import EvidencePage
from dsl_desk.ui.evidence.means import Means as EvidenceMeans
from dsl_desk.ui.evidence.record_page import RecordPage
from dsl_desk.ui.evidence.shared_page import SharedPage
from dsl_desk.ui.evidence.use_page import UsePage
from dsl_desk.ui.evidence.viewer_page import ViewerPage
from dsl_desk.ui.evidence.viewing_form_page import ChangeViewingPage, DecidePage
from dsl_desk.ui.evidence.viewing_page import ViewingPage
from dsl_desk.ui.evidence.words_only_page import WordsOnlyPage
from dsl_desk.ui.evidence.words_page import WordsPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import BUILD, CHANGE, COPY, HANDED, NEW, REBUILD, USE, WORDS, Spot
from dsl_desk.ui.shell.way_out import out_at

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dsl_desk.ui.forms.form_page import FormPage
    from dsl_desk.ui.kit.page import Page
    from dsl_desk.ui.shell.means import Means

    Go = Callable[[Spot], None]

_SHOWN: Final = {
    "viewing": "look",
    "handed_in": "given",
    "evidence": "item",
    "words_only": "said",
    "conversation": "talk",
    "sharing_copy": "shared",
}


class EvidenceMakers:
    """Makes the pages of evidence and joins their wishes to the window."""

    def __init__(self, means: Means, go: Go, become: Go) -> None:
        self._means = EvidenceMeans(
            worker=means.worker,
            errands=means.errands,
            drafts=means.drafts,
            ask=means.ask,
            clock=means.clock,
            member=means.member,
            members=means.face.members,
            decode=facts_of,
        )
        self._go, self._become = go, become

    def page_for(self, what: str) -> Page:
        """Make the list, a form (after a word), or the page of a record."""
        word, _, rest = what.partition("/")
        made: Mapping[str, Callable[[], Page]] = {
            "": self._list,
            NEW: lambda: self._form(DecidePage(self._means, rest)),
            HANDED: lambda: self._form(TakePage(self._means, rest)),
            WORDS: lambda: self._words(rest),
            CHANGE: lambda: self._form(ChangeViewingPage(self._means, RecordId(rest))),
            _SHOWN["viewing"]: lambda: self._viewing(rest),
            _SHOWN["handed_in"]: lambda: self._handed_in(RecordId(rest)),
            BUILD: lambda: self._builder(BuildPage(self._means, RecordId(rest))),
            REBUILD: lambda: self._builder(RebuildPage(self._means, RecordId(rest))),
            _SHOWN["conversation"]: lambda: self._conversation(RecordId(rest)),
            _SHOWN["evidence"]: lambda: self._viewer(RecordId(rest)),
            _SHOWN["sharing_copy"]: lambda: self._shared(RecordId(rest)),
            COPY: lambda: self._copy(RecordId(rest)),
            USE: lambda: self._form(UsePage(self._means, RecordId(rest))),
            _SHOWN["words_only"]: lambda: WordsOnlyPage(self._means, RecordId(rest)),
        }
        make = made.get(word)
        return self._record(RecordId(word), rest) if make is None else make()

    def _list(self) -> Page:
        page = EvidencePage(self._means)
        page.wanted.connect(self._open)
        page.decide_wanted.connect(lambda: self._open(NEW))
        page.take_wanted.connect(lambda: self._open(HANDED))
        page.words_wanted.connect(lambda: self._open(WORDS))
        return page

    def _record(self, record: RecordId, duty: str) -> Page:
        led = f"/{duty}" if duty else ""
        page = RecordPage(self._means, record)
        page.known.connect(
            lambda kind: self._become(Spot(Place.EVIDENCE, f"{_SHOWN[kind]}/{record}{led}"))
        )
        return page

    def _viewing(self, what: str) -> Page:
        name, _, duty = what.partition("/")
        record = RecordId(name)
        page = ViewingPage(self._means, record)
        page.duties.lead_to(duty)
        page.change_wanted.connect(lambda one: self._open(f"{CHANGE}/{one}"))
        page.evidence_wanted.connect(self._open)
        page.words_wanted.connect(lambda one: self._open(f"{WORDS}/{one}"))
        page.conversations.wanted.connect(self._open)
        page.conversations.make_wanted.connect(lambda: self._open(f"{BUILD}/{record}"))
        page.paper_wanted.connect(lambda wish: self._go(out_at(Place.EVIDENCE, wish)))
        return page

    def _handed_in(self, record: RecordId) -> Page:
        page = HandedInPage(self._means, record)
        page.evidence_wanted.connect(self._open)
        page.words_wanted.connect(lambda one: self._open(f"{WORDS}/{one}"))
        page.conversations.wanted.connect(self._open)
        page.conversations.make_wanted.connect(lambda: self._open(f"{BUILD}/{record}"))
        return page

    def _builder(self, page: BuildPage | RebuildPage) -> Page:
        page.words_wanted.connect(lambda one: self._open(f"{WORDS}/{one}"))
        return self._form(page)

    def _conversation(self, record: RecordId) -> Page:
        page = ConversationPage(self._means, record)
        page.change_wanted.connect(lambda one: self._open(f"{REBUILD}/{one}"))
        page.paper_wanted.connect(lambda wish: self._go(out_at(Place.EVIDENCE, wish)))
        for wish in (page.evidence_wanted, page.basis_wanted):
            wish.connect(self._open)
        return page

    def _viewer(self, record: RecordId) -> Page:
        page = ViewerPage(self._means, record)
        page.copy_wanted.connect(lambda one: self._open(f"{COPY}/{one}"))
        page.facts.copies.wanted.connect(self._open)
        page.facts.use_wanted.connect(lambda: self._open(f"{USE}/{record}"))
        page.evidence_wanted.connect(self._open)
        return page

    def _copy(self, record: RecordId) -> Page:
        page = CopyPage(self._means, record)
        page.original_wanted.connect(self._open)
        page.done.connect(lambda copy: self._become(Spot(Place.EVIDENCE, copy)))
        return page

    def _shared(self, record: RecordId) -> Page:
        page = SharedPage(self._means, record)
        page.original_wanted.connect(self._open)
        return page

    def _words(self, basis: str) -> Page:
        page = WordsPage(self._means, basis)
        page.taken_back.connect(lambda: self._open(basis))
        return self._form(page)

    def _form(self, page: FormPage) -> Page:
        # The form has become a record: Back leads to where the form was opened from.
        page.done.connect(lambda record: self._become(Spot(Place.EVIDENCE, record)))
        return page

    def _open(self, what: str) -> None:
        self._go(Spot(Place.EVIDENCE, what))
