"""The proof of a finished paper: opened again by two libraries that did not write it.

Every page and every stream is looked through for whoever is covered; what could act, lead out or
carry a file refuses it, and so does anything it says of itself beyond the fixed facts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING, Final

import pikepdf
import pypdfium2
from pypdfium2 import raw

from dsl_desk.documents.attaching import carried_in
from dsl_desk.documents.locking import said_of_itself
from dsl_desk.documents.reading_back import words_in, words_on
from dsl_desk.documents.sealing import is_only_a_seal
from dsl_desk.domain.cover import NO_COVER
from dsl_desk.domain.leaving_errors import Flaw, NotProvedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dsl_desk.domain.cover import Cover

_ACTS: Final = frozenset(
    {
        *("/JS", "/JavaScript", "/Launch", "/OpenAction", "/AA", "/URI", "/SubmitForm"),
        *("/ImportData", "/RichMedia", "/GoToR", "/GoToE", "/Rendition", "/AcroForm", "/XFA"),
    }
)
_FILES: Final = frozenset({"/EmbeddedFile", "/EmbeddedFiles", "/Filespec", "/EF", "/AF"})
_PASSPHRASES_NOBODY_CHOSE: Final = ("", "password")
_REVISION: Final = 6
_BITS: Final = 256


@dataclass(frozen=True)
class Wanted:
    """What a finished paper has to be. Without a passphrase it is not locked.

    `files`: what it carries because somebody asked for it, by name, with their fingerprints.
    """

    title: str = field(repr=False)
    passphrase: str = field(default="", repr=False)
    cover: Cover = NO_COVER
    is_sealed: bool = False
    files: Mapping[str, str] = field(default_factory=dict)
    is_archive: bool = False


def prove(paper: bytes, wanted: Wanted) -> int:
    """Return how many pages a finished paper has; NotProvedError says what is wrong with it."""
    if wanted.passphrase:
        _is_locked(paper)
    pages, words = _read_by_pdfium(paper, wanted)
    try:
        with pikepdf.open(BytesIO(paper), password=wanted.passphrase) as opened:
            _prove_lock(opened, wanted)
            if len(opened.pages) != pages or not pages:
                raise NotProvedError(Flaw.PAGES)
            _prove_quiet(opened, wanted)
            _prove_said(opened, wanted)
            _look_for(wanted.cover, chain((words, words_in(opened)), _all_strings(opened)))
    except pikepdf.PdfError:
        raise NotProvedError(Flaw.UNREADABLE) from None
    return pages


def _is_locked(paper: bytes) -> None:
    for untrue in _PASSPHRASES_NOBODY_CHOSE:
        try:
            pikepdf.open(BytesIO(paper), password=untrue).close()
        except pikepdf.PasswordError:
            continue
        except pikepdf.PdfError:
            raise NotProvedError(Flaw.UNREADABLE) from None
        raise NotProvedError(Flaw.NOT_LOCKED)


def _prove_lock(opened: pikepdf.Pdf, wanted: Wanted) -> None:
    if opened.is_encrypted is not bool(wanted.passphrase):
        raise NotProvedError(Flaw.NOT_LOCKED)
    if wanted.passphrase:
        lock = opened.encryption
        strong = lock.R == _REVISION and lock.bits == _BITS
        if not strong or lock.stream_method is not pikepdf.models.EncryptionMethod.aesv3:
            raise NotProvedError(Flaw.NOT_LOCKED)


def _read_by_pdfium(paper: bytes, wanted: Wanted) -> tuple[int, str]:
    try:
        opened = pypdfium2.PdfDocument(paper, password=wanted.passphrase or None)
    except pypdfium2.PdfiumError:
        raise NotProvedError(Flaw.UNREADABLE) from None
    try:
        if raw.FPDFDoc_GetJavaScriptActionCount(opened) > 0:
            raise NotProvedError(Flaw.ACTIVE)
        if opened.count_attachments() != len(wanted.files):
            raise NotProvedError(Flaw.FILES)
        return len(opened), "\n".join(_page_words(opened, page) for page in range(len(opened)))
    except pypdfium2.PdfiumError:
        raise NotProvedError(Flaw.UNREADABLE) from None
    finally:
        opened.close()


def _page_words(opened: pypdfium2.PdfDocument, number: int) -> str:
    page = opened[number]
    text = page.get_textpage()
    words: str = text.get_text_range()
    text.close()
    page.close()
    return words


def _prove_quiet(opened: pikepdf.Pdf, wanted: Wanted) -> None:
    acts, files = _ACTS, frozenset() if wanted.files else _FILES
    if wanted.is_sealed:
        if not is_only_a_seal(opened.Root.get("/AcroForm", pikepdf.Dictionary())):
            raise NotProvedError(Flaw.NOT_SEALED)
        acts -= {"/AcroForm"}
    for each in opened.objects:
        for name in _names_in(each):
            if name in acts:
                raise NotProvedError(Flaw.ACTIVE)
            if name in files:
                raise NotProvedError(Flaw.FILES)
    if carried_in(opened) != dict(wanted.files):
        raise NotProvedError(Flaw.FILES)


def _names_in(each: pikepdf.Object, depth: int = 0) -> Iterator[str]:
    """Return every name in an object, as a key or as a value, down to what it points at."""
    if isinstance(each, pikepdf.Name):
        yield str(each)
    elif isinstance(each, pikepdf.Array):
        for one in each:
            yield from _inside(one, depth)
    elif isinstance(each, (pikepdf.Dictionary, pikepdf.Stream)):
        for key in each.keys():  # noqa: SIM118 - a PDF dictionary, not a dict
            yield str(key)
            yield from _inside(each[key], depth)


def _inside(one: object, depth: int) -> Iterator[str]:
    # What is pointed at is an object of its own, and is looked at by itself.
    if isinstance(one, pikepdf.Object) and not one.is_indirect and depth < _BITS:
        yield from _names_in(one, depth + 1)


def _prove_said(opened: pikepdf.Pdf, wanted: Wanted) -> None:
    told = {str(name): str(words) for name, words in opened.docinfo.items()}
    kept = "/Metadata" in opened.Root
    if told != said_of_itself(wanted.title) or kept is not wanted.is_archive:
        raise NotProvedError(Flaw.ABOUT_ITSELF)


def _all_strings(opened: pikepdf.Pdf) -> Iterator[str]:
    """Return every string outside the drawn words, and every stream as it lies there inflated."""
    drawn = {one.objgen for page in opened.pages for one in _contents_of(page.obj)}
    for each in opened.objects:
        yield from _strings_in(each)
        # What a picture shows has no letters; what a carried file says was asked for as it is.
        if not isinstance(each, pikepdf.Stream) or _is_no_text(each):
            continue
        if each.get("/Subtype") == "/Form":  # drawn somewhere or nowhere: read like a page
            yield words_on(each)
        elif each.objgen not in drawn:  # what is drawn was read as words, not as signs
            data = each.read_bytes()
            yield data.decode("latin-1")
            yield data.decode("utf-16-be", "ignore")


def _is_no_text(stream: pikepdf.Stream) -> bool:
    return stream.get("/Subtype") == "/Image" or stream.get("/Type") == "/EmbeddedFile"


def _contents_of(page: pikepdf.Object) -> list[pikepdf.Object]:
    contents = page.get("/Contents")
    if isinstance(contents, pikepdf.Array):
        return list(contents)
    return [] if contents is None else [contents]


def _strings_in(each: object, depth: int = 0) -> Iterator[str]:
    if isinstance(each, pikepdf.String):
        yield str(each)
    elif isinstance(each, pikepdf.Array):
        for one in each:
            yield from _strings_inside(one, depth)
    elif isinstance(each, (pikepdf.Dictionary, pikepdf.Stream)):
        for key in each.keys():  # noqa: SIM118 - as above
            yield from _strings_inside(each[key], depth)


def _strings_inside(one: object, depth: int) -> Iterator[str]:
    if isinstance(one, pikepdf.Object) and not one.is_indirect and depth < _BITS:
        yield from _strings_in(one, depth + 1)


def _look_for(cover: Cover, texts: Iterable[str]) -> None:
    """Look through one text after the other: all of them at once would fill the memory."""
    for text in texts:
        if cover.masks and cover.found_anyhow(text):
            raise NotProvedError(Flaw.NAME)
