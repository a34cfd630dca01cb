"""The languages of the site, in the order of the menu."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from cardcare.content.base import Flag, Id, Model, Text


class Language(Model):
    """One language. `code` is the folder and the html lang; `spoken` is the code that windows list.

    While a language is a `draft` its pages may be missing: readers see the Japanese page with a notice.
    """

    code: Text = Field(pattern=r"^[a-z]{2}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$", examples=['"pt-BR"'])
    name: Text = Field(examples=['"Português"'])
    spoken: Text = Field(examples=['"pt-BR"'])
    locale: Text = Field(examples=['"pt_BR"'])
    dir: Literal["ltr", "rtl"] = "ltr"
    hotline: Id = Field(examples=['"mynumber-foreign-card"'])
    system: Id = Field(examples=['"mynumber-foreign-system"'])
    source: Flag = False
    draft: Flag = False
    furigana: Flag = False
