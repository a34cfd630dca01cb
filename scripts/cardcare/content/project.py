"""Who publishes this copy of the site, and where its readers report mistakes."""

from __future__ import annotations

from pydantic import Field

from cardcare.content.base import Model, Text


class Project(Model):
    """Set by the operator in docs/_data/project.toml."""

    publisher: Text = Field(examples=['"Card Care maintainers"'])
    report_email: Text = Field(pattern=r"^[^@\s]+@[^@\s]+\.[a-z]+$", examples=['"report@example.org"'])
    repository: Text = Field(pattern=r"^https://", examples=['"https://git.example.org/card-care"'])

    @property
    def report_form(self) -> str:
        """The form for people with an account: the repository's own issue chooser."""
        return f"{self.repository.rstrip('/')}/issues/new/choose"
