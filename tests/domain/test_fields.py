from __future__ import annotations

import pytest

from dsl_desk.domain.fields import FieldError, Fields


def test_that_fields_come_out_by_kind() -> None:
    fields = Fields.of_json(b'{"a":"x","n":3,"r":"00ff","o":{"k":"v"},"l":[{"k":"v"}]}')
    assert fields.text("a") == "x"
    assert fields.number("n") == 3
    assert fields.raw("r") == b"\0\xff"
    assert fields.inside("o").texts() == {"k": "v"}
    assert [each.text("k") for each in fields.each("l")] == ["v"]
    assert fields.inside("o").plain() == {"k": "v"}


@pytest.mark.parametrize(
    ("reading", "bad"),
    [
        (Fields.text, 1),
        (Fields.number, "1"),
        (Fields.number, True),
        (Fields.number, -1),
        (Fields.raw, "not hexadecimal"),
        (Fields.inside, "x"),
        (Fields.each, {}),
        (Fields.each, ["x"]),
        (Fields.text, None),
    ],
)
def test_that_a_field_of_another_kind_is_refused(reading: object, bad: object) -> None:
    assert callable(reading)
    with pytest.raises(FieldError):
        reading(Fields({"f": bad}), "f")


@pytest.mark.parametrize("bad", [b"", b"{", b"[1]", b"\xff", b"[" * 100_000])
def test_that_what_is_no_object_is_refused_without_its_words(bad: bytes) -> None:
    with pytest.raises(FieldError) as refusal:
        Fields.of_json(bad)
    assert refusal.value.__cause__ is None
