"""A value that the text uses: a fee, tries before a lock, a deadline, a date, a count."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, Strict, model_validator

from cardcare.content.base import Day, Flag, Model, Text

Kind = Literal[
    "yen", "count", "tries", "times", "days", "weeks", "months", "years", "hours", "minutes", "clock",
    "digits", "characters", "people", "records", "cases", "age", "percent", "date", "month", "year",
]  # fmt: skip
Grade = Literal["official", "municipal", "insurer", "press", "third-party"]
Value = Annotated[int, Strict()] | Annotated[date, Strict()] | Annotated[str, Strict()]

TEXTS = {"clock": r"([01]?\d|2[0-4]):[0-5]\d", "month": r"\d{4}-(0[1-9]|1[0-2])", "yen": r"\d+(\.\d+)?"}
SHAPES: dict[str, tuple[type, str]] = {
    "clock": (str, '"06:30"'),
    "month": (str, '"2026-10"'),
    "date": (date, "2024-12-02"),
}


class Fact(Model):
    """One value with its meaning and its evidence.

    `value` is an int, except: kind date (a TOML date), clock ("06:30"), month ("2026-10") and a yen
    amount with decimals ("178.2"). `to` is the upper end of a range.
    """

    kind: Kind = Field(examples=['"yen"'])
    value: Value = Field(examples=["1000"], union_mode="left_to_right")
    to: Value | None = Field(None, examples=["3"], union_mode="left_to_right")
    approx: Flag = Field(False, examples=["true"])
    means: Text = Field(examples=['"再交付の手数料"'])
    grade: Grade = Field(examples=['"municipal"'])
    sources: tuple[Text, ...] = Field(examples=['["kishiwada-lost"]'])
    checked: Day = Field(examples=["2026-11-23"])
    changes: Flag = Field(False, examples=["true"])

    @model_validator(mode="after")
    def value_fits_kind(self) -> Fact:
        shape, right = SHAPES.get(self.kind, (int, "1000"))
        for value in (self.value, self.to):
            fits = _written_right(self.kind, value) if isinstance(value, str) else isinstance(value, shape)
            if value is not None and not fits:
                raise ValueError(f"value {value!r} does not fit kind {self.kind!r}; write it as {right}")
        return self


def _written_right(kind: str, text: str) -> bool:
    return kind in TEXTS and re.fullmatch(TEXTS[kind], text) is not None
