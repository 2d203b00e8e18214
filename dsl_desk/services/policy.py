"""The school's policy: choosing one, changing it by versions, and what is in force."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import LONGEST_LINE, what_is_wrong
from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DamageError, DraftError, Problem, RecordMissingError
from dsl_desk.domain.ids import EntryId
from dsl_desk.domain.member import Role
from dsl_desk.domain.policy.changes import NO_CHANGES, bar_to_switching_off
from dsl_desk.domain.policy.flaws import ProfileRefusedError
from dsl_desk.domain.policy.in_force import in_force
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
from dsl_desk.domain.record import AUTHOR, Said
from dsl_desk.services.profiles import guidance_in, policies_in, policy_in
from dsl_desk.storage.shelves.policies import newest_policy, seen_of

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.policy.changes import Changes, SwitchedOff
    from dsl_desk.domain.policy.profile import Profile
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


@dataclass(frozen=True)
class OffView:
    """A duty that is switched off, who else has seen it, and whether it waits for this member."""

    switched: SwitchedOff
    seen_by: tuple[str, ...]
    waits_for_me: bool


@dataclass(frozen=True)
class PolicyView:
    """What is in force. `taken` is the profile as it was taken, `school` as it is with changes.

    Neither is there before a school has chosen, nor where the program has moved on and cannot read
    what was kept (`unread`). `newer`: the program came with another text of it.
    """

    mark: PolicyMark
    record: RecordId | None
    guidance: tuple[Profile, ...]
    taken: Profile | None = None
    school: Profile | None = None
    changes: Changes = NO_CHANGES
    off: tuple[OffView, ...] = ()
    newer: bool = False
    reason: str = ""

    @property
    def unread(self) -> bool:
        """Whether a policy was taken that this program cannot read."""
        return self.record is not None and self.school is None

    @property
    def profiles(self) -> tuple[Profile, ...]:
        """What duties are asked from: guidance, then the school's own."""
        return self.guidance if self.school is None else (*self.guidance, self.school)


@dataclass(frozen=True)
class PolicyVersion:
    """One version of the policy as it stands in the ledger."""

    version: int
    written_at: datetime
    author: str = field(repr=False)
    title: str
    reason: str


class Policies:
    """What can be asked about the school's policy."""

    def __init__(self, sitting: Sitting, resources: Path, book: RollBook) -> None:
        self._sitting = sitting
        self._resources = resources
        self._book = book
        self._read: dict[EntryId, Profile | None] = {}

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
        view = PolicyView(
            mark=_mark(entry),
            record=entry.header.record,
            guidance=self._guidance,
            changes=draft.changes,
            off=tuple(self._off(entry, one) for one in draft.changes.off),
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
        profile = self._profile_at(EntryId(mark.entry))
        return self._guidance if profile is None else (*self._guidance, profile)

    def adopt(self, name: str, reason: str, entry: EntryId) -> Changed[PolicyView]:
        """Take one of the policies as the school's own; another later is a version of the first.

        What was changed in the one before does not come along: its duties had other names.
        """
        chosen = policy_in(self._resources, name)
        if chosen is None:
            raise DraftError((Problem("profile", "missing"),))
        return self._write(PolicyDraft(chosen.tables), reason, entry)

    def change(
        self, of: EntryId, changes: Changes, reason: str, entry: EntryId
    ) -> Changed[PolicyView]:
        """Write what the school changed, and why. What is switched off anew bears this member."""
        now = self._newest()
        if now is None:
            raise RecordMissingError
        draft = POLICY.said(now).draft
        changes = self._looked_at(draft, changes, now.header.version + 1)
        in_force(profile_of(draft.tables, POLICY.name, Lines()), changes)  # refuses a wrong duty
        return self._write(replace(draft, changes=changes), reason, entry, of)

    def see(self, duty: str, entry: EntryId) -> Changed[PolicyView]:
        """Say that this member has seen that somebody else switched a duty off."""
        view = self.in_force()
        waiting = {one.switched.duty: one for one in view.off if one.waits_for_me}
        if view.record is None or duty not in waiting:
            raise DraftError((Problem("duty", "nothing_to_see"),))
        seen = PolicySeen(view.record, duty, waiting[duty].switched.since)
        with self._sitting.writing(_HERE, EntryClass.POLICY) as write:
            write.record(POLICY_SEEN, Said(seen), entry)
        return Changed(self.in_force(), _CHANGED)

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

    def _looked_at(self, draft: PolicyDraft, changes: Changes, version: int) -> Changes:
        """Look at what is to be switched off; what was off before stays as it was written."""
        profile = in_force(profile_of(draft.tables, POLICY.name, Lines()), replace(changes, off=()))
        before = {one.duty: one for one in draft.changes.off}
        me = self._sitting.member
        posts = self._own_posts()
        kept, problems = [], []
        for one in changes.off:
            bar = bar_to_switching_off(one.duty, (*self._guidance, profile), posts)
            code = what_is_wrong(one.reason, LONGEST_LINE)
            if one.duty in before:
                kept.append(before[one.duty])
            elif bar or code:
                problems.append(Problem("off", bar.value if bar else code))
            else:
                reason = one.reason.strip()
                kept.append(replace(one, reason=reason, by=me.id, name=me.name, since=version))
        if problems:
            raise DraftError(tuple(problems))
        return replace(changes, off=tuple(kept))

    def _own_posts(self) -> set[Recipient]:
        """Return every post this member has a hand in, standing in for somebody included."""
        me = self._sitting.member
        roles = {post.role for post in self._book.page().posts if me.id in post.people()}
        return {_POSTS[role] for role in (*roles, me.role) if role in _POSTS}

    def _off(self, policy: Entry, one: SwitchedOff) -> OffView:
        ledger = self._sitting.part(_HERE).ledger
        entries = [
            ledger.known(entry)
            for entry in seen_of(self._sitting.part(_HERE).database, policy.header.record)
        ]
        seen = [
            entry
            for entry in entries
            if POLICY_SEEN.said(entry).draft
            == PolicySeen(policy.header.record, one.duty, one.since)
        ]
        me = self._sitting.member.id
        return OffView(
            one,
            tuple(entry.body.names[AUTHOR] for entry in seen),
            one.by != me and me not in [entry.header.author for entry in seen],
        )

    def _profile_at(self, entry: EntryId) -> Profile | None:
        """Return a version of the policy; None where this program cannot read it any more."""
        if entry not in self._read:
            draft = POLICY.said(self._sitting.part(_HERE).ledger.known(entry)).draft
            try:
                taken = profile_of(draft.tables, POLICY.name, Lines())
                self._read[entry] = in_force(taken, draft.changes)
            except ProfileRefusedError:
                self._read[entry] = None
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
