"""The DfE's Common Transfer File: who the pupils are, and nothing else of what it carries.

The parser is told to stop at a document type: without one there are no entities, so nothing can be
made to grow, and nothing outside the file can be asked for.
"""

from __future__ import annotations

from typing import Final, NoReturn
from xml.parsers import expat

from dsl_desk.domain.errors import ListRefusedError
from dsl_desk.domain.import_plan import Sheet
from dsl_desk.domain.list_trouble import ListTrouble
from dsl_desk.intake.csv_reader import MOST_ROWS

_DEEPEST: Final = 40
_LONGEST: Final = 2_000  # signs of one answer; longer ones are refused by the plan
_PUPIL: Final = ("ctfile", "ctfpupildata", "pupil")
# Older files say Gender, newer ones Sex: the value is kept as it was given.
_TAKEN: Final = {
    ("upn",): "upn",
    ("formerupn",): "former_upn",
    ("surname",): "surname",
    ("forename",): "forename",
    ("dob",): "born",
    ("gender",): "sex",
    ("sex",): "sex",
    ("basicdetails", "preferredforename"): "known_as",
    ("basicdetails", "ncyearactual"): "year",
    ("basicdetails", "sex"): "sex",
}
COLUMNS: Final = tuple(dict.fromkeys(_TAKEN.values()))


def read_ctf(untrusted: bytes) -> Sheet:
    """Return the pupils of the file, numbered as they stand in it."""
    reading = _Reading()
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.ExternalEntityRefHandler = _refuse
    parser.StartElementHandler = reading.begin
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.take
    try:
        parser.Parse(untrusted, True)
    except (expat.ExpatError, LookupError, ValueError):
        raise ListRefusedError(ListTrouble.NOT_XML, parser.CurrentLineNumber) from None
    if not reading.is_ctf:
        raise ListRefusedError(ListTrouble.NOT_CTF)
    if not reading.rows:
        raise ListRefusedError(ListTrouble.EMPTY)
    return Sheet(COLUMNS, tuple(enumerate(reading.rows, 1)), ready=True)


def _refuse(*_told: object) -> NoReturn:
    raise ListRefusedError(ListTrouble.DOCTYPE)


class _Reading:
    """Where the parser is, and what it has found."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, ...]] = []
        self.is_ctf = False
        self._path: list[str] = []
        self._told: dict[str, str] = {}
        self._words: list[str] = []

    def begin(self, name: str, _attributes: dict[str, str]) -> None:
        self._path.append(name.rpartition(":")[2].casefold())
        self.is_ctf = self.is_ctf or self._path == [_PUPIL[0]]
        if len(self._path) > _DEEPEST:
            raise ListRefusedError(ListTrouble.NOT_CTF)
        if tuple(self._path) == _PUPIL:
            self._told = {}
        self._words = []

    def take(self, words: str) -> None:
        if len(self._words) < _LONGEST:
            self._words.append(words[:_LONGEST])

    def end(self, _name: str) -> None:
        path = tuple(self._path)
        if path == _PUPIL:
            self._keep()
        answer = _TAKEN.get(path[len(_PUPIL) :]) if path[: len(_PUPIL)] == _PUPIL else None
        if answer is not None:
            self._told[answer] = "".join(self._words).strip() or self._told.get(answer, "")
        self._path.pop()
        self._words = []

    def _keep(self) -> None:
        if len(self.rows) == MOST_ROWS:
            raise ListRefusedError(ListTrouble.TOO_MANY)
        self.rows.append(tuple(self._told.get(column, "") for column in COLUMNS))
