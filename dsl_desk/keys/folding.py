"""The rules of the roll: from how everybody stood before a line, to how they stand after it.

The app keeps these rules before it signs, and everybody who opens the vault proves them again, so
that a program that was tampered with cannot add a line that nobody was entitled to.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.member import Role
from dsl_desk.domain.rights import Right
from dsl_desk.domain.roll_act import RollAct

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.ids import MemberId
    from dsl_desk.domain.post import Post
    from dsl_desk.keys.roll import Closed, RollLine, Stood

# Who may change who is a member and who holds which key.
KEEPERS: Final = frozenset({Role.DSL, Role.HEAD})
# Anybody changes their own ways in, whoever writes in School says which policy it took.
_NOBODY_ELSE: Final = frozenset({RollAct.WAYS_IN, RollAct.POLICY})


class RollRuleError(ValueError):
    """A line of the roll does what its author was not entitled to."""


@dataclass(frozen=True)
class Assembly:
    """Everybody and every post, as they stand under one line of the roll."""

    people: Mapping[MemberId, Stood] = field(default_factory=dict)
    posts: Mapping[Role, Post] = field(default_factory=dict)
    # Who holds the keys of files that are closed: those who held them then, and hold the part now.
    kept: Mapping[Closed, frozenset[MemberId]] = field(default_factory=dict)

    def after(self, line: RollLine) -> Assembly:
        """Return how everybody stands after a line; RollRuleError when it may not stand."""
        said = line.said
        after = Assembly(
            {**self.people, **{stood.member: stood for stood in said.people}},
            {**self.posts, **{post.role: post for post in said.posts}},
            self._kept_after(line),
        )
        if said.act is RollAct.FOUND:
            self._begins(line)
        else:
            author = self._author(line)
            for stood in said.people:
                self._may(author, stood)
            for post in said.posts:
                self._may_fill(author, post)
        _may_stand(after, line)
        return after

    def _kept_after(self, line: RollLine) -> Mapping[Closed, frozenset[MemberId]]:
        """Return who holds which closed file: whoever loses the part loses it, nobody gains it."""
        now = {who: stood.right for who, stood in self.people.items()}
        kept = {**self.kept, **{one: frozenset(now) for one in line.said.closed}}
        after = {**now, **{stood.member: stood.right for stood in line.said.people}}
        return {
            one: frozenset(
                who
                for who in held
                if Right.NONE not in (now[who](one.compartment), after[who](one.compartment))
            )
            for one, held in kept.items()
        }

    def _begins(self, line: RollLine) -> None:
        if (
            line.said.closed
            or self.people
            or [stood.member for stood in line.said.people] != [line.author]
        ):
            raise RollRuleError

    def _author(self, line: RollLine) -> Stood:
        author = self.people.get(line.author)
        if author is None or author.retired:
            raise RollRuleError
        said = line.said
        if said.act is RollAct.FOUND_ANEW:
            self._begins_anew(author, line)
        elif said.closed:
            raise RollRuleError
        if said.act in _NOBODY_ELSE:
            if said.people or said.posts:
                raise RollRuleError
            if said.act is RollAct.POLICY and author.right(Compartment.SCHOOL) is not Right.WRITE:
                raise RollRuleError
        elif said.act is not RollAct.APPOINT and author.role not in KEEPERS:
            raise RollRuleError
        return author

    def _begins_anew(self, author: Stood, line: RollLine) -> None:
        """Let whoever may write in a part close its file, once, and change nothing else."""
        said = line.said
        if said.people or said.posts or len(said.closed) != 1 or said.closed[0] in self.kept:
            raise RollRuleError
        if author.right(said.closed[0].compartment) is not Right.WRITE:
            raise RollRuleError

    def _may(self, author: Stood, stood: Stood) -> None:
        before = self.people.get(stood.member)
        if before is not None and (before.retired or before.signing != stood.signing):
            raise RollRuleError
        if author.role not in KEEPERS:
            raise RollRuleError
        for part in {*stood.rights, *(before.rights if before else {})}:
            had = before.right(part) if before else Right.NONE
            if stood.right(part) is not had:
                _may_change(author, stood, part)

    def _may_fill(self, author: Stood, post: Post) -> None:
        """Let those who hold a post pass it on; an empty one is filled by a keeper."""
        before = self.posts.get(post.role)
        holding = before.people() if before else ()
        if not (author.member in holding if holding else author.role in KEEPERS):
            raise RollRuleError


def _may_stand(assembly: Assembly, line: RollLine) -> None:
    for stood in line.said.people:
        if stood.retired and any(right is not Right.NONE for right in stood.rights.values()):
            raise RollRuleError
    for post in assembly.posts.values():
        people = post.people()
        here = {who for who, stood in assembly.people.items() if not stood.retired}
        if len(set(people)) != len(people) or not here.issuperset(people):
            raise RollRuleError


def _may_change(author: Stood, stood: Stood, part: Compartment) -> None:
    """Let whoever holds a key give or take it; nobody gives themselves more than they had."""
    if author.right(part) is Right.NONE:
        raise RollRuleError
    if author.member == stood.member and stood.right(part).reaches_beyond(author.right(part)):
        raise RollRuleError
