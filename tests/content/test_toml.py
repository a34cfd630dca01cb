"""Every complaint about a data file can name a line, and says what to write when a value stands bare."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardcare.content import toml
from cardcare.content.toml import Toml

FILE = """\
# a comment
[operator]
id = "town"

[[window]]
id = "desk"
"quoted key" = "x"

[[window.number]]
display = "1"

[[window.number]]
display = "2"

[window.confirmed]
date = 2024-03-01

[[window]]
id = "other"

[[window.number]]
display = "3"
"""


@pytest.mark.parametrize(
    ("key", "line"),
    [
        (("operator",), 2),
        (("operator", "id"), 3),
        (("window", 0), 5),
        (("window", 0, "quoted key"), 7),
        (("window", 0, "number", 0, "display"), 10),
        (("window", 0, "number", 1, "display"), 13),
        (("window", 0, "confirmed", "date"), 16),
        (("window", 1, "id"), 19),
        (("window", 1, "number", 0, "display"), 22),
        (("window", 1, "number", 0, "dial"), 21),  # missing: the entry that it is missing from
        (("nothing",), 1),
    ],
)
def test_the_line_of_every_key(key: tuple[str | int, ...], line: int) -> None:
    assert Toml({}, toml.line_index(FILE)).line(*key) == line


def read(tmp_path: Path, text: str) -> Toml:
    file = tmp_path / "x.toml"
    file.write_text(text, encoding="utf-8")
    return toml.read(file)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("dial = 0120000123", "0120000123"),
        ("display = 0120-000-123", "0120-000-123"),
        ("display = 03-1234-5678  # Tokyo", "03-1234-5678"),
        ("international = +81-3-1234-5678", "+81-3-1234-5678"),
        ("dial = #9110", "#9110"),
        ("open = 9:30", "9:30"),
        ("open = 09:30-20:00", "09:30-20:00"),
    ],
)
def test_a_bare_number_or_time_is_given_back_in_quotes(tmp_path: Path, line: str, value: str) -> None:
    expected = (2, f"the value {value} is bare", f'write it in quotes: = "{value}"')
    assert read(tmp_path, f'id = "x"\n{line}\n').error == expected


def test_a_date_that_does_not_exist_is_not_put_into_quotes(tmp_path: Path) -> None:
    """Dates do stand bare; the advice for phone numbers would lead astray."""
    error = read(tmp_path, 'id = "x"\ndate = 2024-02-30\n').error
    assert error is not None
    line, message, hint = error
    assert line == 2 and "date" in message and '"2024' not in hint


@pytest.mark.parametrize(
    ("text", "line"),
    [('a = "x"\nb = "y\n', 2), ("a = [1,\n", 1), ("a = 1\na = 2\n", 2), ("[a\n", 1), ('a = "x"\nfree text\n', 2)],
)
def test_what_is_no_toml_is_named_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    error = read(tmp_path, text).error
    assert error is not None
    assert error[0] == line and error[1].startswith("not valid TOML")


def test_a_file_that_cannot_be_read_has_no_data(tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    assert toml.read(file).error == (1, "the file is missing", "add it, or restore it from version control")
    file.write_bytes(b'a = "\xe9"')
    assert toml.read(file).error == (1, "the file is not UTF-8 text", "save it with the encoding UTF-8")
    assert toml.read(file).data == {}
