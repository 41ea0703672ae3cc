"""``holdline.fit``: from a contact log to a scenario."""

from __future__ import annotations

import datetime
import os
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

from . import _holdline
from ._progress import Progress, showing
from ._run import WIDTH, warn, whole


def fit(
    logs: str | os.PathLike[str] | Sequence[str | os.PathLike[str]],
    out: str | os.PathLike[str],
    *,
    mapping: str | os.PathLike[str] | None = None,
    days: tuple[str | datetime.date, str | datetime.date] | None = None,
    interval: int = 30,
    name: str | None = None,
    threads: int | None = None,
    progress: Progress = None,
) -> Fitted:
    """Makes a scenario of contact logs: what came, how long it took, who left, who was there.

    ``out`` is the scenario file to write (``.toml``); its tables, charts and page go to a folder of the same name beside
    it. ``mapping`` is a file that says what the columns mean, ``days`` the first and last day to be used, ``interval``
    the step of arrivals and staff in minutes. The scenario can be run: ``holdline.run(fitted.path)``.

    Raises :class:`holdline.ScenarioError` where a log cannot be read.
    """
    files = [logs] if isinstance(logs, (str, os.PathLike)) else list(logs)
    if not files:
        raise ValueError("name a log")
    path = Path(out)
    if path.suffix != ".toml":
        raise ValueError(f"out = {path}: a scenario file ends in .toml")
    if interval not in (5, 10, 15, 20, 30, 60):
        raise ValueError(f"interval = {interval}: 5, 10, 15, 20, 30 or 60 minutes")
    texts = [os.fspath(file) for file in files]
    options: dict[str, Any] = {
        "out": os.fspath(path),
        "mapping": None if mapping is None else os.fspath(mapping),
        "days": None if days is None else (str(days[0]), str(days[1])),
        "interval": 60.0 * interval,
        "name": name if name is not None else Path(texts[0]).stem,
        "call": _call(texts, mapping, days, interval),
        "threads": whole("threads", threads, 1, 1024),
        "width": WIDTH,
    }
    with showing(progress, "bytes") as tell:
        shown, doubts = _holdline.fit(texts, options, tell)
    warn(doubts)
    return Fitted(path, shown)


def _call(files: list[str], mapping: Any, days: Any, interval: int) -> str:
    """The command that does the same."""
    words = ["holdline fit", *(f'"{file}"' if any(map(str.isspace, file)) else file for file in files)]
    words += [] if mapping is None else [f"--mapping {os.fspath(mapping)}"]
    words += [] if days is None else [f"--days {days[0]}..{days[1]}"]
    words += [] if interval == 30 else [f"--interval {interval}"]
    return " ".join(words)


class Fitted:
    """A scenario that was made of a log."""

    path: Path
    """The scenario file, whose comments say where each figure comes from and how sure it is."""

    def __init__(self, path: Path, shown: str) -> None:
        self.path = path
        self._shown = shown

    def __repr__(self) -> str:
        return self._shown

    def _repr_html_(self) -> str:
        return f"<pre style='line-height:1.2'>{escape(self._shown)}</pre>"
