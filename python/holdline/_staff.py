"""``holdline.staff``: the least staff that keeps every promise."""

from __future__ import annotations

import json
import os
from functools import cached_property
from html import escape
from typing import Any

from . import _holdline
from ._progress import Progress, showing
from ._run import WIDTH, share, warn, whole
from ._source import Scenario, Sources
from ._tables import Table, table
from .errors import ScenarioError


def staff(
    scenario: Scenario,
    *,
    confidence: float = 0.95,
    error: float = 0.01,
    replications: int | None = None,
    seed: int | None = None,
    threads: int | None = None,
    explain: bool = False,
    frontier: bool = False,
    max_cost: float | None = None,
    max_agents: int | None = None,
    out: str | os.PathLike[str] | None = None,
    progress: Progress = None,
) -> StaffingPlan:
    """Finds the least staff per interval and group that keeps every target, and confirms it on fresh days.

    The scenario's own staffing is not used. ``confidence`` is that all targets hold at once; a target that is kept or
    missed by more than ``error`` is recognised as such. ``max_cost`` or ``max_agents`` ask for the best service for a
    budget instead. ``out`` is a folder for tables, charts and the staffed scenario, for a scenario that is a file.

    Raises :class:`holdline.Infeasible` where no staffing keeps the targets.
    """
    sources = Sources([scenario])
    if out is not None and sources.pairs[0][1] is not None:
        raise ValueError("out: the staffed scenario extends a file; give the scenario as a path")
    if max_cost is not None and max_agents is not None:
        raise ValueError("max_cost and max_agents: there is one budget")
    if max_cost is not None and not 0 < max_cost < float("inf"):
        raise ValueError(f"max_cost = {max_cost}: a budget is more than 0")
    if not 0.5 <= confidence < 1:
        raise ValueError(f"confidence = {confidence}: a share from 0.5 to below 1")
    options: dict[str, Any] = {
        "seed": whole("seed", seed, 0, 2**63 - 1),
        "confidence": confidence,
        "error": share("error", error, 0.5),
        "replications": whole("replications", replications, 2, 10_000_000),
        "explain": explain,
        "frontier": frontier,
        "max_cost": max_cost,
        "max_agents": whole("max_agents", max_agents, 0, 2**32 - 1),
        "out": None if out is None else os.fspath(out),
        "threads": whole("threads", threads, 1, 1024),
        "width": WIDTH,
    }
    with showing(progress, "plans tried") as tell:
        try:
            text, shown, told = _holdline.staff(sources.pairs[0], options, tell)
        except ScenarioError as wrong:
            raise sources.explain(wrong) from None
    warn(told)
    return StaffingPlan(text, shown)


class StaffingPlan:
    """How many agents of each group, when, and how well that keeps the promises."""

    def __init__(self, text: str, shown: str) -> None:
        self._text = text
        self._shown = shown

    def to_json(self) -> str:
        """The document as text: what ``holdline staff --json`` prints."""
        return self._text

    @cached_property
    def json(self) -> dict[str, Any]:
        """The document."""
        document: dict[str, Any] = json.loads(self._text)
        return document

    @cached_property
    def periods(self) -> Table:
        """Agents of each group, one row a period."""
        return table(self.json["periods"])

    @cached_property
    def promises(self) -> Table:
        """What the plan keeps, one row a promise."""
        return table(self.json["promises"])

    def __repr__(self) -> str:
        return self._shown

    def _repr_html_(self) -> str:
        return f"<pre style='line-height:1.2'>{escape(self._shown)}</pre>"
