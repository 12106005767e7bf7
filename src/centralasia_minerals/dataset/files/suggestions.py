"""Problems whose suggestions are sought only when they are read, and only for the first few.

Seeking words that look alike is slow, and a file may have thousands of problems.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from centralasia_minerals.errors import Problem, did_you_mean, near
from centralasia_minerals.wording import printable

from .lines import MOST_LINES, Lines

MOST_SUGGESTIONS = 20
"""How many problems of one reading come with a suggestion; whoever has more mends these first."""

NO_CITATION = "no citation; cite the passage that says so"
NO_FIGURE = "no citation quotes the figure as printed; add figure = to one"
DRAFT = "it is a draft: build it first (centralasia-minerals build, or cam.build)"
"""What is said of a file that is a draft, before all that is wrong with it as a data file."""

_OF_DRAFTS = re.compile(r"\.cite$|^sources\[\d+\]\.text$")
_MOST_TO_COMPARE = 2_000
"""How many known words are compared by what they stand for, rather than by their letters alone."""


class Suggestion(NamedTuple):
    """What is needed to suggest known words in place of an unknown one.

    Attributes:
        asked: the unknown word.
        known: the known words, shared by all suggestions that seek among them.
        otherwise: what to say if no known word looks like it.
    """

    asked: str
    known: Iterable[str]
    otherwise: str


class OpenProblem(NamedTuple):
    """One thing that is wrong, while it is not yet known what to suggest.

    Attributes:
        file: the name of the file.
        path: the place in the file.
        message: what is wrong there.
        suggestion: what to suggest; None if the message says what to do.
    """

    file: str
    path: str
    message: str
    suggestion: Suggestion | None = None


def lacks_support(problem: OpenProblem) -> bool:
    """Whether a problem is that something is not cited, and nothing else."""
    return problem.message in (NO_CITATION, NO_FIGURE)


def unbuilt_drafts(problems: Iterable[OpenProblem]) -> list[OpenProblem]:
    """Return a problem for each file that is a draft, by keys that only drafts have."""
    drafts = (one.file for one in problems if _OF_DRAFTS.search(one.path))
    return [OpenProblem(file, "", DRAFT) for file in dict.fromkeys(drafts)]


class OpenProblems(Collection[Problem]):
    """Problems in order; each iteration seeks their lines and suggestions anew, up to a limit."""

    def __init__(self, problems: Iterable[OpenProblem], lines: Lines | None) -> None:
        self._problems = sorted(problems, key=lambda problem: problem[:3])
        self._lines = lines

    def __len__(self) -> int:
        return len(self._problems)

    def __contains__(self, problem: object) -> bool:
        return problem in tuple(self)

    def __iter__(self) -> Iterator[Problem]:
        left = MOST_SUGGESTIONS
        for number, (file, path, message, suggestion) in enumerate(self._problems):
            line = None
            if self._lines is not None and path and number < MOST_LINES:
                line = self._lines.line_of(file, path)
            if suggestion is not None:
                similar = _meant(suggestion) if left > 0 else ()
                left -= 1
                message = f"{message}; {did_you_mean(similar) or suggestion.otherwise}"
            yield Problem(file, printable(path), printable(message), line)


def _meant(suggestion: Suggestion) -> tuple[str, ...]:
    """Return the known words that look like the unknown one, or else those that it may stand for.

    A country or body may be named where its id belongs: ``China`` for ``CN``.
    """
    known = tuple(suggestion.known)
    similar = near(suggestion.asked, known)
    if similar or len(known) > _MOST_TO_COMPARE:
        return similar
    from ..query.suggestions import candidate_with_id, surely_meant

    return surely_meant(suggestion.asked, map(candidate_with_id, known))
