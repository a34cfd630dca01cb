"""A contact window never offers a number that may not be printed, and dials what it shows."""

from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from cardcare.content.window import PhoneNumber, Window


def number(display: str = "0120-000-001", dial: str = "0120000001", **more: object) -> dict[str, object]:
    return {"display": display, "dial": dial, "type": "freephone", "cost": "free"} | more


def window(**more: object) -> Window:
    fields = {
        "id": "desk",
        "group": "information",
        "show": "full",
        "channels": ["phone"],
        "handles": ["x"],
        "not_handles": [],
        "deaf": [],
        "abroad": "none",
        "sources": ["x"],
        "confirmed": {"how": "phone-call", "date": "2024-03-01"},
    }
    return Window.model_validate_json(json.dumps(fields | more))


@pytest.mark.parametrize(
    ("display", "dial", "href"),
    [
        ("0120-000-001", "0120000001", "tel:0120000001"),
        ("(03) 1234-5678", "0312345678", "tel:0312345678"),
        ("+81-3-1234-5678", "+81312345678", "tel:+81312345678"),
        ("#9110", "#9110", "tel:%239110"),  # a bare # would begin a fragment, and the phone would dial nothing
    ],
)
def test_what_a_tap_dials(display: str, dial: str, href: str) -> None:
    assert PhoneNumber.model_validate(number(display, dial)).href == href


@pytest.mark.parametrize("dial", ["0120000002", "120000001", "01200000011", "0120-000-001", "+81120000001"])
def test_a_number_that_dials_something_else_is_refused(dial: str) -> None:
    with pytest.raises(ValidationError):
        PhoneNumber.model_validate(number(dial=dial))


def test_a_number_kept_for_the_registry_is_not_shown() -> None:
    numbers = window(number=[number(), number("0120-000-002", "0120000002", print=False)]).numbers
    assert [n.dial for n in numbers] == ["0120000001"]


@pytest.mark.parametrize("show", ["page-only", "text"])
def test_a_window_without_a_printable_number_shows_none(show: str) -> None:
    assert window(show=show, number=[number()]).numbers == ()


def test_a_menu_digit_that_is_not_sure_is_not_said() -> None:
    menu = [{"reason": "suspend", "key": "2"}, {"reason": "questions", "key": "4", "print": False}]
    found = window(menu=menu)
    assert [found.menu_key(reason) for reason in ("suspend", "questions", "report")] == ["2", "", ""]
