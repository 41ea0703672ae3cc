"""``holdline.erlang``: the classical calculator, exact."""

from __future__ import annotations

import json
from typing import Any

from . import _holdline
from ._run import whole


def erlang(
    calls: float,
    *,
    per: float | str,
    aht: float | str,
    agents: int | range | str | None = None,
    target: tuple[float, float | str] | str | None = None,
    abandon: float | str | None = None,
    asa: float | str | None = None,
    occupancy: float | str | None = None,
    within: float | str = "20s",
    patience: float | str | None = None,
    lines: int | None = None,
    shrinkage: float | str = 0.0,
    max_agents: int = 100_000,
) -> Any:
    """Staffs a queue by formula: Erlang B, C, A and beyond, from agents to service or from service to agents.

    ``calls`` arrive in each period ``per`` (such as ``"30min"``, or seconds) and take ``aht`` on average. Either
    ``agents`` is given (a number: a dict of figures comes back; a range: a list of them), or what the least agents are
    to reach: a ``target`` such as ``(0.8, 20)`` or ``"80/20"``, a highest share ``abandon``, a longest mean wait
    ``asa``, a highest ``occupancy``. Without ``patience`` nobody abandons (Erlang C); with a duration it is exponential
    (Erlang A); ``"lognormal:5min,1.2"`` and the other laws give M/M/n+G. ``lines`` limits contacts waiting and in
    handling. Raises :class:`holdline.Infeasible` where ``max_agents`` do not reach what is asked.
    """
    if all(asked is None for asked in (agents, target, abandon, asa, occupancy)):
        raise ValueError("give agents, or what they are to reach: target, abandon, asa or occupancy")
    if isinstance(agents, range):
        if agents.step != 1 or not agents:
            raise ValueError(f"agents = {agents}: a range of numbers one after the other, such as range(10, 21)")
        agents = f"{agents.start}..{agents.stop - 1}"
    if isinstance(target, tuple):
        answered, seconds = target
        target = f"{100 * answered:.12g}%/{seconds}"
    words = {
        "calls": calls,
        "per": per,
        "aht": aht,
        "patience": patience,
        "agents": agents,
        "target": target,
        "abandon": abandon,
        "asa": asa,
        "occupancy": occupancy,
        "within": within,
        "shrinkage": shrinkage,
    }
    asked = {name: None if word is None else str(word) for name, word in words.items()}
    limits = {
        "lines": whole("lines", lines, 1, 1_000_000),
        "max_agents": whole("max_agents", max_agents, 1, 10_000_000),
    }
    return json.loads(_holdline.erlang({**asked, **limits}))
