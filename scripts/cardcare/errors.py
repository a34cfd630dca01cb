"""What can go wrong with the machine. Faults of the content are Problem values, never exceptions.

CardcareError
├── SetupError    the environment is not complete: a program, a package, a folder is missing
│   └── OfflineError   the network cannot be reached at all
└── BuildError    the build could not run to its end: the engine stopped, a folder is not writable
"""


class CardcareError(Exception):
    """The machine is at fault; the command line prints the text in one line and exits with 2."""


class SetupError(CardcareError):
    """Something that must be installed or present is not."""


class OfflineError(SetupError):
    """No page of anybody can be asked; nothing is known about any of them."""


class BuildError(CardcareError):
    """A step of the build stopped; nothing was published."""
