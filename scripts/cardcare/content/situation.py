"""What happened to the reader, and where that leads: the decision table behind "What happened?"."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from cardcare.content.base import Flag, Id, Model, Text

Urgency = Literal["now", "today", "soon", "calm"]


class Situation(Model):
    """One row: the guide that answers, the first and second window or action, and what is possible at night.

    `first` and `second` name a window id, "@hotline", "@system" or "action:<code>".
    """

    id: Id = Field(examples=['"lost-outside"'])
    guide: Text = Field(examples=['"lost-card#now"'])
    urgency: Urgency = Field(examples=['"now"'])
    topic: Literal["card", "phone", "data", "scam", "health", "other"] = Field(examples=['"card"'])
    first: Text = Field(examples=['"@hotline"'])
    first_reason: Literal["suspend", "questions", "report"] | None = Field(None, examples=['"suspend"'])
    second: tuple[Text, ...] = Field((), examples=['["police-lost-property"]'])
    night: Literal["yes", "partly", "no"] = Field(examples=['"yes"'])
    deadline: Id | None = Field(None, examples=['"express-window"'])
    home: Flag = Field(False, examples=["true"])
