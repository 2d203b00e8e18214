"""Who is named on a paper: those its record names, and whoever else its words do."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.cover import Named, Showing, cover_of, is_called, parts_of
from dsl_desk.domain.person import PersonKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dsl_desk.domain.person import PersonRow
    from dsl_desk.domain.person_ref import PersonRef
    from dsl_desk.services.directory import Directory
    from dsl_desk.services.identities import Identities


_BY_NAME: Final = "name "


@dataclass(frozen=True)
class Known:
    """Whom this member knows: everybody in the directory, their accounts, and the members."""

    directory: Directory
    identities: Identities
    members: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True)
class Linked:
    """Whom the record of a paper names by itself: whom it is about, and the others."""

    about: tuple[PersonRef, ...] = field(default=(), repr=False)
    others: tuple[PersonRef, ...] = field(default=(), repr=False)
    children: bool = True  # whom it is about is a child, even without a record of their own
    # How somebody is called where they write: it goes as their name goes.
    shown_as: tuple[tuple[PersonRef, str], ...] = field(default=(), repr=False)


def named_in(words: str, linked: Linked, known: Known) -> tuple[Named, ...]:
    """Return everybody who stands in these words, whom they are about first."""
    found = _linked_in(words, linked, known)
    for row in known.directory.everybody().named_among(frozenset(parts_of((words,)))):
        if row.id not in found:
            one = _of_row(row, known, about=False)
            if is_called(one, words):
                found[one.key] = one
    everybody = _each_once(tuple(found.values()))
    told = {one.name.casefold() for one in everybody}
    members = [Named(key_of(name), name) for name in known.members if name.casefold() not in told]
    return (*everybody, *(one for one in members if is_called(one, words)))


def _each_once(found: tuple[Named, ...]) -> tuple[Named, ...]:
    """Return them without those who were written by their name alone and have a record too."""
    recorded = {
        name.casefold(): one.key
        for one in found
        if not one.key.startswith(_BY_NAME)
        for name in (one.name, *one.names)
    }
    same = {one.key: recorded.get(one.name.casefold(), one.key) for one in found}
    about = {same[one.key] for one in found if one.about}
    kept = [replace(one, about=one.key in about) for one in found if same[one.key] == one.key]
    return tuple(sorted(kept, key=lambda one: not one.about))


def _linked_in(words: str, linked: Linked, known: Known) -> dict[str, Named]:
    about = [_of_ref(ref, known, about=True, child=linked.children) for ref in linked.about]
    found = {one.key: one for one in about}
    for ref in linked.others:
        one = _of_ref(ref, known, about=False, child=False)
        called = (shown_as for who, shown_as in linked.shown_as if who == ref)
        one = replace(one, handles=(*one.handles, *called))
        if one.key not in found and one.name.strip() and _stands_in(one, words):
            found[one.key] = one
    return found


def key_of(name: str) -> str:
    """Return by what somebody without a record is known on one paper."""
    return f"{_BY_NAME}{' '.join(name.split()).casefold()}"


def typed_names(names: Iterable[str]) -> tuple[Named, ...]:
    """Return those whom somebody typed, to be covered besides."""
    return tuple(Named(name, name) for name in names if name.strip())


def _of_ref(ref: PersonRef, known: Known, *, about: bool, child: bool) -> Named:
    row = known.directory.person(ref.person) if ref.person else None
    if row is not None:
        return _of_row(row, known, about=about, as_written=ref.name)
    return Named(key_of(ref.name), ref.name.strip(), child=child, about=about)


def _of_row(row: PersonRow, known: Known, *, about: bool, as_written: str = "") -> Named:
    draft = row.draft
    surname = draft.surname.strip()
    called = (draft.forename, draft.known_as)
    spelled = (f"{each.strip()} {surname}".strip() for each in called if each.strip())
    written = (as_written.strip(), draft.legal_name, *spelled)
    handles = [
        handle
        for view in known.identities.of(row.id)
        for handle in (view.identity.draft.handle, *view.identity.draft.past)
    ]
    return Named(
        key=row.id,
        name=row.name,
        names=tuple(dict.fromkeys(name for name in written if name)),
        handles=tuple(handle.strip().lstrip("@") for handle in handles if handle.strip()),
        child=row.kind is PersonKind.PUPIL,
        about=about,
    )


def _stands_in(one: Named, words: str) -> bool:
    cover = cover_of((one,), {one.key: Showing.COVERED}, "")
    return bool(cover.found_anyhow(words))
