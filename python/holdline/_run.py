"""``holdline.run``: simulate scenarios side by side."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from . import _holdline
from ._progress import Progress, showing
from ._source import Scenario, Sources
from ._tables import Table, table
from .errors import HoldlineWarning, ScenarioError

WIDTH = 120
"""Characters in a line of tables as text."""


def run(
    scenario: Scenario | Sequence[Scenario],
    *,
    replications: int | None = None,
    seed: int | None = None,
    threads: int | None = None,
    precision: float | None = None,
    max_replications: int = 100_000,
    contacts: bool = False,
    progress: Progress = None,
) -> Result:
    """Simulates a scenario, or several side by side with the same customers, and compares them.

    ``scenario`` is a path, a text in TOML or a dict of the same tree, or a list of those; files that a text or a dict
    names are looked for from the working directory. ``replications`` and ``seed`` take the place of the scenario's own.
    ``precision`` (a share, such as 0.005) goes on until every service level and abandonment is known to ± so much, at
    most ``max_replications``. ``contacts`` keeps every contact (:attr:`Result.contact_log`). The result does not depend
    on ``threads`` (all cores where it is None), and is what ``holdline run`` gives, byte for byte.

    Raises :class:`holdline.ScenarioError` with all that is wrong with the scenarios.
    """
    several = not isinstance(scenario, (str, Mapping)) and isinstance(scenario, Sequence)
    sources = Sources(list(scenario) if several else [scenario])  # type: ignore[arg-type, list-item]
    if not sources.pairs:
        raise ValueError("name a scenario")
    options: dict[str, Any] = {
        "replications": whole("replications", replications, 1, 10_000_000),
        "seed": whole("seed", seed, 0, 2**63 - 1),
        "precision": share("precision", precision, 0.5),
        "max_replications": whole("max_replications", max_replications, 2, 10_000_000),
        "contacts": contacts,
        "threads": whole("threads", threads, 1, 1024),
        "width": WIDTH,
    }
    with showing(progress, "replications") as tell:
        try:
            text, tables, told, log = _holdline.run(sources.pairs, options, tell)
        except ScenarioError as error:
            raise sources.explain(error) from None
    warn(told)
    return Result(text, tables, None if log is None else Table(log))


def warn(told: list[str]) -> None:
    """Passes the library's warnings on, at the place of the user's call."""
    for warning in told:
        warnings.warn(warning, HoldlineWarning, stacklevel=3)


def whole(name: str, number: int | None, least: int, most: int) -> int | None:
    """The number, if it is none or a whole one in its limits."""
    if number is not None and not least <= number <= most:
        raise ValueError(f"{name} = {number}: write a whole number from {least} to {most}")
    return number


def share(name: str, number: float | None, below: float) -> float | None:
    """The number, if it is none or a share above 0 and below a limit."""
    if number is not None and not 0 < number < below:
        raise ValueError(f"{name} = {number}: a share above 0 and below {below}, such as 0.005")
    return number


class Result:
    """What a simulation comes to: every figure with its uncertainty."""

    contact_log: Table | None
    """Every contact, one row each, where ``contacts=True`` asked for them. Times are seconds from the start."""

    def __init__(self, text: str, tables: str, contact_log: Table | None = None) -> None:
        self._text = text
        self._tables = tables
        self.contact_log = contact_log

    def to_json(self) -> str:
        """The result document as text: what ``holdline run --json`` prints."""
        return self._text

    @cached_property
    def json(self) -> dict[str, Any]:
        """The result document; see the README for what it holds."""
        document: dict[str, Any] = json.loads(self._text)
        return document

    def _rows(self, part: str, called: str) -> Iterator[dict[str, Any]]:
        for scenario in self.json["scenarios"]:
            for name, figures in scenario[part].items():
                yield {"scenario": scenario["name"], called: name, **figures}

    @cached_property
    def contacts(self) -> Table:
        """Figures of each contact type, one row a scenario and type."""
        return table(self._rows("contacts", "contact_type"))

    @cached_property
    def agents(self) -> Table:
        """Figures of each agent group, one row a scenario and group."""
        return table(self._rows("agents", "agent_group"))

    @cached_property
    def intervals(self) -> Table:
        """Figures by interval of the day, one row a scenario, interval and contact type or agent group."""
        return self._by_time("intervals")

    @cached_property
    def weeks(self) -> Table:
        """Figures by week of the horizon, where the scenario has them."""
        return self._by_time("weeks")

    def _by_time(self, part: str) -> Table:
        def rows() -> Iterator[dict[str, Any]]:
            for scenario in self.json["scenarios"]:
                for place, interval in enumerate(scenario.get(part) or [], 1):
                    plain = {key: value for key, value in interval.items() if not isinstance(value, (dict, list))}
                    head = {"scenario": scenario["name"], "number": place, **plain}
                    for kind in ("contacts", "agents"):
                        for name, figures in (interval.get(kind) or {}).items():
                            yield {**head, "kind": kind, "subject": name, **figures}

        return table(rows())

    @cached_property
    def comparisons(self) -> Table:
        """Paired differences between scenarios, one row a figure; ``real`` where they are not chance."""
        heads = ("scenario", "against", "replications")
        rows = ({**{h: c[h] for h in heads}, **row} for c in self.json.get("comparisons", []) for row in c["rows"])
        return table(rows)

    def __repr__(self) -> str:
        return self._tables

    def _repr_html_(self) -> str:
        from html import escape

        return f"<pre style='line-height:1.2'>{escape(self._tables)}</pre>"
