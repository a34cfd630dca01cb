"""A contact window: who answers, on which number, when, in which language, for what, and what not."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import Field, field_validator, model_validator

from cardcare.content.base import Day, Flag, Id, Model, Number, Text
from cardcare.content.hours import check_hours

Group = Literal[
    "suspension", "information", "leak", "consumer", "police", "scam-report", "legal", "foreign-residents",
    "health", "other-administration", "smartphone", "credit", "carrier", "accessibility",
]  # fmt: skip
Reason = Literal["suspend", "questions", "report"]
NumberType = Literal["freephone", "navidial", "ip", "geographic", "short", "fax"]
Cost = Literal["free", "paid", "call-charge", "unknown"]
Channel = Literal["phone", "fax", "web-form", "chat", "app", "visit", "mail", "e-mail", "web"]


class PhoneNumber(Model):
    """A number as people read it and as the phone dials it."""

    display: Text = Field(examples=['"0120-95-0178"'])
    dial: Text = Field(pattern=r"^[+#]?\d+$", examples=['"0120950178"'])
    type: NumberType = Field(examples=['"freephone"'])
    cost: Cost = Field(examples=['"free"'])
    use: Id | None = Field(None, examples=['"ip-phones"'])
    international: Text | None = Field(None, pattern=r"^\+\d[\d-]+$", examples=['"+81-3-6734-0170"'])
    printed: Flag = Field(True, alias="print", examples=["false"])

    @model_validator(mode="after")
    def shown_is_dialled(self) -> PhoneNumber:
        if re.sub(r"[^\d+#]", "", self.display) != self.dial:
            raise ValueError(f"display {self.display!r} and dial {self.dial!r} are not the same number")
        return self

    @property
    def href(self) -> str:
        """The tel: address; '#' is percent-encoded so that it is dialled, not taken for a fragment."""
        return "tel:" + self.dial.replace("#", "%23")


class Hours(Model):
    """Opening hours for one reason, in OpenStreetMap opening_hours text, Japan time."""

    reason: Reason = Field(examples=['"suspend"'])
    languages: tuple[Text, ...] = Field((), examples=['["en", "ko"]'])
    open: Text = Field(examples=['"Mo-Fr 09:30-20:00; Sa,Su,PH 09:30-17:30; Dec 29-Jan 03 off"'])
    varies: Flag = Field(False, examples=["true"])
    sources: tuple[Text, ...] = Field((), examples=['["jpki-lost"]'])
    doubt: Id | None = Field(None, examples=['"night-languages"'])

    @field_validator("open")
    @classmethod
    def parses(cls, text: str) -> str:
        return check_hours(text)


class Menu(Model):
    """The digit to press after the call is answered."""

    reason: Reason = Field(examples=['"suspend"'])
    key: Text = Field(pattern=r"^[\d#*]+$", examples=['"2"'])
    sources: tuple[Text, ...] = Field((), examples=['["ohkura-mynumber"]'])
    printed: Flag = Field(True, alias="print", examples=["false"])
    note: Text | None = None


class Confirmed(Model):
    """When and how the window was last confirmed; `limit_days` is how old a live look may be at release."""

    how: Literal["stored-copy", "live-page", "phone-call"] = Field(examples=['"stored-copy"'])
    date: Day = Field(examples=["2026-11-23"])
    page_date: Day | None = Field(None, examples=["2024-12-13"])
    limit_days: Number = Field(90, gt=0, examples=["30"])


class Retired(Model):
    """A number that was once right and must never be printed again."""

    display: Text = Field(examples=['"03-6441-3452"'])
    since: Text | None = Field(None, examples=['"2015"'])
    replaced_by: Id = Field(examples=['"ppc-mynumber-desk"'])


class Window(Model):
    """One contact window. Names and phrases stand in docs/<lang>/_contacts.toml under the same id."""

    id: Id = Field(examples=['"mynumber-freephone"'])
    group: Group = Field(examples=['"suspension"'])
    urgent: Flag = Field(False, examples=["true"])
    show: Literal["full", "page-only", "text"] = Field(examples=['"full"'])
    languages: tuple[Text, ...] = Field((), examples=['["ja"]'])
    channels: tuple[Channel, ...] = Field(examples=['["phone"]'])
    handles: tuple[Id, ...] = Field(min_length=1, examples=['["suspend-card"]'])
    not_handles: tuple[Id, ...] = Field(examples=['["leaks"]'])
    have_ready: tuple[Id, ...] = Field((), examples=['["where-when"]'])
    never_asks: tuple[Id, ...] = Field((), examples=['["pin"]'])
    calls_out: Literal["no", "unknown"] = Field("unknown", examples=['"no"'])
    deaf: tuple[Id, ...] = Field(examples=['["card-fax-deaf"]'])
    abroad: Text = Field(examples=['"card-overseas", "direct", "none" or "unknown"'])
    page: Id | None = Field(None, examples=['"jpki-lost"'])
    sources: tuple[Text, ...] = Field(examples=['["jpki-lost"]'])
    confidence: Text | None = None
    note: Text | None = None
    number: tuple[PhoneNumber, ...] = ()
    hours: tuple[Hours, ...] = ()
    menu: tuple[Menu, ...] = ()
    confirmed: Confirmed
    retired: tuple[Retired, ...] = ()

    @property
    def numbers(self) -> tuple[PhoneNumber, ...]:
        """The numbers that may be shown to readers."""
        return tuple(n for n in self.number if n.printed) if self.show == "full" else ()

    def menu_key(self, reason: str) -> str:
        """The digit to press for `reason`, empty when none may be printed."""
        return next((m.key for m in self.menu if m.reason == reason and m.printed), "")

    def speaks(self, lang: str) -> bool:
        return lang in self.languages


class Operator(Model):
    """The organisation behind one file of windows."""

    id: Id = Field(examples=['"digital-agency"'])
    name: Text = Field(examples=['"デジタル庁"'])
    sources: tuple[Text, ...] = ()
