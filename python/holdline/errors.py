"""What goes wrong, with the texts of the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple


class Problem(NamedTuple):
    """One thing that is wrong with a scenario."""

    file: Path | None
    """The file; of a scenario given as text or dict, what stands for it. None where no file could be read."""
    line: int | None
    """The line, from 1."""
    column: int | None
    """The column, in characters from 1."""
    message: str
    """What is wrong, in one sentence."""
    help: tuple[str, ...]
    """What would be right."""
    key: str | None = None
    """Of a scenario given as a dict: the path of the key, such as ``contacts.sales.handle.lognormal.cv``."""


class ScenarioError(ValueError):
    """A scenario, a design, a mapping or a log that cannot be used, with all that is wrong with it."""

    problems: tuple[Problem, ...]

    def __init__(self, text: str, problems: list[tuple[Any, ...]]) -> None:
        super().__init__(text)
        self.problems = tuple(
            Problem(Path(file) if file is not None else None, line, column, message, tuple(remedy), *key)
            for file, line, column, message, remedy, *key in problems
        )

    def with_keys(self, keys: dict[Path, list[str]]) -> ScenarioError:
        """The problems of files whose lines are keys, with those keys."""

        def keyed(problem: Problem) -> Problem:
            lines = keys.get(problem.file) if problem.file is not None else None
            if not lines or problem.line is None or problem.line > len(lines):
                return problem
            return problem._replace(key=lines[problem.line - 1])

        self.problems = tuple(keyed(problem) for problem in self.problems)
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (str(self), [tuple(problem) for problem in self.problems]))


class Infeasible(Exception):
    """No staffing meets what was asked; the text says which promise binds and what would help."""

    plan: dict[str, Any] | None
    """The document of the search, where there is one."""

    def __init__(self, text: str, document: str | None = None) -> None:
        super().__init__(text)
        self._document = document
        self.plan = None if document is None else json.loads(document)

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (str(self), self._document))


class HoldlineWarning(UserWarning):
    """What is allowed but suspicious in a scenario, or to be known of a result."""
