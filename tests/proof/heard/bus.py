"""The accessibility bus, spoken to by itself: AT-SPI over D-Bus, without a library of its own.

Questions go out many at a time and their answers are gathered: a page has hundreds of nodes.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from jeepney import DBusAddress, HeaderFields, Message, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

if TYPE_CHECKING:
    from collections.abc import Sequence

ACCESSIBLE: Final = "org.a11y.atspi.Accessible"
REGISTRY: Final = "org.a11y.atspi.Registry"
_ROOT: Final = "/org/a11y/atspi/accessible/root"
_LAUNCHER: Final = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
_PATIENCE: Final = 10.0
_AT_ONCE: Final = 200


@dataclass(frozen=True)
class Ref:
    """One node, wherever it lives."""

    owner: str
    path: str


ROOT: Final = Ref(REGISTRY, _ROOT)


@dataclass(frozen=True)
class Question:
    """One call of one interface of one node."""

    ref: Ref
    interface: str
    method: str
    signature: str = ""
    body: tuple[Any, ...] = ()
    of_a_property: bool = False

    def message(self) -> Message:
        """Return it as it goes over the bus."""
        where = DBusAddress(self.ref.path, self.ref.owner, self.interface)
        if self.of_a_property:
            return Properties(where).get(self.method)
        return new_method_call(where, self.method, self.signature or None, self.body)


def name_of(ref: Ref, what: str = "Name") -> Question:
    """Ask for a property of a node, its name by default."""
    return Question(ref, ACCESSIBLE, what, of_a_property=True)


class Bus:
    """A connection of a reader: asks, and gets what it asked or None where a node has gone."""

    def __init__(self) -> None:
        with open_dbus_connection("SESSION") as session:
            asked = new_method_call(_LAUNCHER, "GetAddress")
            (address,) = session.send_and_get_reply(asked, timeout=_PATIENCE).body
        self._line: DBusConnection = open_dbus_connection(address)

    def ask(self, question: Question) -> Any:  # noqa: ANN401 - whatever that method answers
        """Ask one thing."""
        return self.ask_all([question])[0]

    def ask_all(self, questions: Sequence[Question]) -> list[Any]:
        """Ask many things; the answers come in the order of the questions."""
        answers: list[Any] = []
        for begin in range(0, len(questions), _AT_ONCE):
            answers += self._asked(questions[begin : begin + _AT_ONCE])
        return answers

    def _asked(self, questions: Sequence[Question]) -> list[Any]:
        waiting: dict[int, Question] = {}
        order = []
        for question in questions:
            serial = next(self._line.outgoing_serial)
            self._line.send(question.message(), serial=serial)
            waiting[serial] = question
            order.append(serial)
        got: dict[int, Any] = {}
        until = time.monotonic() + _PATIENCE
        while len(got) < len(order):
            message = self._line.receive(timeout=max(0.0, until - time.monotonic()))
            serial = _answered(message)
            if serial in waiting:
                got[serial] = _told(message, waiting[serial])
        return [got[serial] for serial in order]

    def close(self) -> None:
        """Hang up."""
        self._line.close()


def _answered(message: Message) -> int:
    return int(message.header.fields.get(HeaderFields.reply_serial, 0))


def _told(message: Message, question: Question) -> Any:  # noqa: ANN401 - as above
    if message.header.message_type is MessageType.error:
        return None
    body = message.body
    if question.of_a_property:
        return body[0][1]
    return body[0] if len(body) == 1 else body
