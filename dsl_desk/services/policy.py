"""The school's policy: choosing one, changing it by versions, and what is in force."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import LONGEST_LINE, what_is_wrong
from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.disk import disk_told_as_facts
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import (
    ChangedSinceError,
    DamageError,
    DraftError,
    Problem,
    RecordMissingError,
)
from dsl_desk.domain.ids import EntryId
from dsl_desk.domain.member import Role
from dsl_desk.domain.policy.alone import ALONE, ALONE_TABLES
from dsl_desk.domain.policy.changes import Changes
from dsl_desk.domain.policy.changing import Floor, Hand, looked_at
from dsl_desk.domain.policy.flaws import Flaw, ProfileRefusedError, Wrong
from dsl_desk.domain.policy.in_force import awake, in_force
from dsl_desk.domain.policy.lines import Lines
from dsl_desk.domain.policy.mark import NO_POLICY, PolicyMark
from dsl_desk.domain.policy.reading import profile_of
from dsl_desk.domain.policy.record import (
    POLICY,
    POLICY_SEEN,
    PolicyDraft,
    PolicySeen,
    said_of_policy,
)
from dsl_desk.domain.policy.terms import Recipient
from dsl_desk.domain.policy.view import OffView, OwnView, PolicyVersion, PolicyView
from dsl_desk.domain.record import AUTHOR, Said
from dsl_desk.domain.roll_act import RollAct
from dsl_desk.keys.roll import Said as RollSaid
from dsl_desk.services.profiles import guidance_in, policies_in, policy_in, profile_file
from dsl_desk.storage.shelves.policies import newest_policy, seen_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.policy.profile import Profile
    from dsl_desk.services.profiles import ProfileFile
    from dsl_desk.services.roll_book import RollBook
    from dsl_desk.services.sitting import Sitting

_HERE: Final = Compartment.SCHOOL
_CHANGED: Final = frozenset({Thing.POLICY, Thing.DUTIES})
_POSTS: Final = {
    Role.DSL: Recipient.DSL,
    Role.DEPUTY_DSL: Recipient.DEPUTY_DSL,
    Role.HEAD: Recipient.HEAD,
    Role.CHAIR: Recipient.CHAIR,
}


class Policies:
    """What can be asked about the school's policy."""

    def __init__(self, sitting: Sitting, resources: Path, book: RollBook) -> None:
        self._sitting = sitting
        self._resources = resources
        self._book = book
        self._read: dict[EntryId, tuple[Profile, ...]] = {}

    @cached_property
    def _guidance(self) -> tuple[Profile, ...]:
        """Law and guidance, read when first asked for: an unlock does not wait for it."""
        return guidance_in(self._resources)

    def choices(self) -> tuple[Profile, ...]:
        """Return the policies that came with the program."""
        return tuple(one.profile for one in policies_in(self._resources))

    def in_force(self) -> PolicyView:
        """Return what is in force; whoever cannot read School has guidance alone."""
        entry = self._newest()
        if entry is None:
            return PolicyView(NO_POLICY, None, self._guidance)
        draft = POLICY.said(entry).draft
        changes, seen = draft.changes, self._seen_of(entry)
        view = PolicyView(
            mark=_mark(entry),
            record=entry.header.record,
            guidance=awake(self._guidance, changes),
            changes=changes,
            off=tuple(
                OffView(one, *self._seen_by(seen, one.duty, one.since, one.by))
                for one in changes.off
            ),
            own=tuple(
                OwnView(one, *self._seen_by(seen, one.id, one.since, one.by))
                for one in changes.added
            ),
            reason=entry.body.reason,
        )
        try:
            taken = profile_of(draft.tables, POLICY.name, Lines())
            school = in_force(taken, draft.changes)
        except ProfileRefusedError:
            return view
        came = policy_in(self._resources, taken.name)
        newer = came is not None and came.tables != draft.tables
        return replace(view, taken=taken, school=school, newer=newer)

    def versions(self) -> tuple[PolicyVersion, ...]:
        """Return every version there was, newest first."""
        newest = self._newest()
        if newest is None:
            return ()
        versions = self._sitting.part(_HERE).ledger.versions(newest.header.record)
        return tuple(map(_version, reversed(versions)))

    def mark(self) -> PolicyMark:
        """Return under which version of the policy a record is made now."""
        try:
            entry = self._newest()
        except DamageError:  # named by the rounds and by every check; no reason to stop recording
            return NO_POLICY
        return NO_POLICY if entry is None else _mark(entry)

    def under(self, mark: PolicyMark) -> tuple[Profile, ...]:
        """Return the profiles a record was made under; those of today where it names none."""
        mark = self.mark() if mark == NO_POLICY else mark
        if mark == NO_POLICY or _HERE not in self._sitting.parts:
            return self._guidance
        return self._profiles_at(EntryId(mark.entry))

    def is_awake(self, duty: str) -> bool:
        """Tell whether something that slept in law and guidance was woken by this school."""
        entry = self._newest()
        woken = () if entry is None else POLICY.said(entry).draft.changes.woken
        return duty in [one.duty for one in woken]

    def adopt(self, name: str, reason: str, entry: EntryId) -> Changed[PolicyView]:
        """Take one of the policies as the school's own, or none (ALONE); each is a version.

        What was changed in the one before does not come along, its duties had other names. What is
        in force by law stays so: what was woken comes along.
        """
        tables = self._tables(name)
        if tables is None:
            raise DraftError((Problem("profile", "missing"),))
        return self._take(tables, "" if name == ALONE else name, reason, entry)

    def written(self, file: Path) -> ProfileFile:
        """Return the policy that somebody wrote; refused as a whole where a line of it is wrong."""
        with disk_told_as_facts():
            read = profile_file(file)
        name = read.profile.name
        if name == ALONE or policy_in(self._resources, name) is not None:
            raise ProfileRefusedError(file.name, (Flaw(1, Wrong.NAME_TAKEN, name),))
        return read

    def take_up(self, file: ProfileFile, reason: str, entry: EntryId) -> Changed[PolicyView]:
        """Take a policy that somebody wrote as the school's own; the file is needed no more.

        Whoever holds no key to School knows nothing of it: the program has no copy of it.
        """
        return self._take(file.tables, "", reason, entry)

    def change(
        self, of: EntryId | None, changes: Changes, reason: str, entry: EntryId
    ) -> Changed[PolicyView]:
        """Write what the school changed, and why. What is new in it bears this member.

        `of` is None where no policy was taken: then what is changed stands upon law and guidance.
        """
        now = self._newest()
        if now is None and of is not None:
            raise RecordMissingError
        if now is not None and of is None:
            raise ChangedSinceError
        draft = PolicyDraft(ALONE_TABLES) if now is None else POLICY.said(now).draft
        floor = Floor(self._guidance, profile_of(draft.tables, POLICY.name, Lines()), draft.changes)
        changes = looked_at(floor, changes, self._hand(now))
        return self._write(replace(draft, changes=changes), reason, entry, of)

    def see(self, duty: str, since: int, entry: EntryId) -> Changed[PolicyView]:
        """Say that this member has seen what somebody else switched off, or added."""
        view = self.in_force()
        waiting = {
            *((one.switched.duty, one.switched.since) for one in view.off if one.waits_for_me),
            *((one.own.id, one.own.since) for one in view.own if one.waits_for_me),
        }
        if view.record is None or (duty, since) not in waiting:
            raise DraftError((Problem("duty", "nothing_to_see"),))
        seen = PolicySeen(view.record, duty, since)
        with self._sitting.writing(_HERE, EntryClass.POLICY) as write:
            write.record(POLICY_SEEN, Said(seen), entry)
        return Changed(self.in_force(), _CHANGED)

    def told_to_all(self) -> Profile | None:
        """Return the policy as it came, by the name on the vault's page: no key is needed."""
        came = policy_in(self._resources, self._book.page().policy)
        return None if came is None else came.profile

    def _take(
        self, tables: Mapping[str, Json], known_as: str, reason: str, entry: EntryId
    ) -> Changed[PolicyView]:
        now = self._newest()
        woken = () if now is None else POLICY.said(now).draft.changes.woken
        done = self._write(PolicyDraft(tables, Changes(woken=woken)), reason, entry)
        self._tell_everybody(known_as)
        return done

    def _tell_everybody(self, name: str) -> None:
        """Say on the vault's page which policy it is: whoever reviews may hold no key to School."""
        page = self._book.page()
        if page.policy != name:
            said = RollSaid(RollAct.POLICY)
            signed = self._book.signed(replace(page, policy=name), said)
            self._sitting.under(self._book.put_in_place(signed))

    def _write(
        self, draft: PolicyDraft, reason: str, entry: EntryId, of: EntryId | None = None
    ) -> Changed[PolicyView]:
        if code := what_is_wrong(reason, LONGEST_LINE):
            raise DraftError((Problem("reason", code),))
        now, said = self._newest(), said_of_policy(draft)
        with self._sitting.writing(_HERE, EntryClass.POLICY) as write:
            if now is None:
                write.record(POLICY, said, entry, reason.strip())
            else:
                write.version(POLICY, said, of or now.header.id, reason.strip(), entry)
        return Changed(self.in_force(), _CHANGED)

    def _tables(self, name: str) -> Mapping[str, Json] | None:
        if name == ALONE:
            return ALONE_TABLES
        chosen = policy_in(self._resources, name)
        return None if chosen is None else chosen.tables

    def _hand(self, now: Entry | None) -> Hand:
        """Return every post this member has a hand in, standing in for somebody included."""
        me = self._sitting.member
        roles = {post.role for post in self._book.page().posts if me.id in post.people()}
        posts = frozenset(_POSTS[role] for role in (*roles, me.role) if role in _POSTS)
        return Hand(me.id, me.name, posts, 1 if now is None else now.header.version + 1)

    def _seen_of(self, policy: Entry) -> list[Entry]:
        part = self._sitting.part(_HERE)
        return [part.ledger.known(one) for one in seen_of(part.database, policy.header.record)]

    def _seen_by(
        self, seen: list[Entry], duty: str, since: int, by: str
    ) -> tuple[tuple[str, ...], bool]:
        """Return who has seen what somebody did, and whether it waits for this member."""
        mine = [
            entry
            for entry in seen
            if (said := POLICY_SEEN.said(entry).draft).duty == duty and said.since == since
        ]
        me = self._sitting.member.id
        waits = by != me and me not in [entry.header.author for entry in mine]
        return tuple(entry.body.names[AUTHOR] for entry in mine), waits

    def _profiles_at(self, entry: EntryId) -> tuple[Profile, ...]:
        """Return what a version of the policy asked; law and guidance where it cannot be read."""
        if entry not in self._read:
            draft = POLICY.said(self._sitting.part(_HERE).ledger.known(entry)).draft
            guidance = awake(self._guidance, draft.changes)
            try:
                taken = profile_of(draft.tables, POLICY.name, Lines())
                self._read[entry] = (*guidance, in_force(taken, draft.changes))
            except ProfileRefusedError:
                self._read[entry] = guidance
        return self._read[entry]

    def _newest(self) -> Entry | None:
        if _HERE not in self._sitting.parts:
            return None
        part = self._sitting.part(_HERE)
        entry = newest_policy(part.database)
        return None if entry is None else part.ledger.known(entry)


def _version(entry: Entry) -> PolicyVersion:
    mark, body = _mark(entry), entry.body
    written = datetime.fromisoformat(entry.header.written_at)
    return PolicyVersion(mark.version, written, body.names[AUTHOR], mark.title, body.reason)


def _mark(entry: Entry) -> PolicyMark:
    title = POLICY.said(entry).draft.tables.get("title")
    header = entry.header
    return PolicyMark(header.id, header.version, title if isinstance(title, str) else "")
