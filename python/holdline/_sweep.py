"""``holdline.sweep``: many scenarios that differ by what a design varies."""

from __future__ import annotations

import os
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Any, overload

from . import _holdline
from ._progress import Progress, showing
from ._run import WIDTH, warn, whole
from ._source import Scenario, Sources
from ._tables import FileTable
from .errors import ScenarioError


@overload
def sweep(
    design: Scenario,
    out: str | os.PathLike[str],
    *,
    shard: None = None,
    seed: int | None = None,
    threads: int | None = None,
    progress: Progress = None,
) -> Sweep: ...


@overload
def sweep(
    design: Scenario,
    out: str | os.PathLike[str],
    *,
    shard: tuple[int, int],
    seed: int | None = None,
    threads: int | None = None,
    progress: Progress = None,
) -> Path: ...


def sweep(
    design: Scenario,
    out: str | os.PathLike[str],
    *,
    shard: tuple[int, int] | None = None,
    seed: int | None = None,
    threads: int | None = None,
    progress: Progress = None,
) -> Sweep | Path:
    """Simulates every point of a design, and writes results, summaries and what each factor does to the folder ``out``.

    ``design`` is a path, a text or a dict. An unfinished sweep in the folder goes on. With ``shard=(3, 40)`` the third
    of forty parts of the work alone is done; the path of its file comes back, for :func:`merge`.
    """
    sources = Sources([design])
    options: dict[str, Any] = {
        "seed": whole("seed", seed, 0, 2**63 - 1),
        "shard": shard,
        "out": os.fspath(out),
        "threads": whole("threads", threads, 1, 1024),
        "width": WIDTH,
    }
    path, known, _, _, told = read(sources, seed)
    warn(told)
    with showing(progress, "replications") as tell:
        text = _holdline.sweep((path, known), options, tell)
    return Sweep(Path(out), text) if shard is None else Path(text)


Files = list[tuple[str, bytes]]


def read(sources: Sources, seed: int | None) -> tuple[str, Files, str, int, list[str]]:
    """A design with all that it names: its path, its files, its identity, its blocks of work, and warnings."""
    path, text = sources.pairs[0]
    given: Files = [] if text is None else [(path, text.encode())]
    try:
        identity, files, blocks, told = _holdline.design((path, given), seed)
    except ScenarioError as error:
        raise sources.explain(error) from None
    return path, files, identity, blocks, told


def merge(parts: Iterable[str | os.PathLike[str]], out: str | os.PathLike[str]) -> Sweep:
    """Puts parts together, in any order: the same bytes in ``out`` as if one machine had done all of the sweep."""
    text = _holdline.merge([os.fspath(part) for part in parts], os.fspath(out), WIDTH)
    return Sweep(Path(out), text)


class Sweep:
    """The results of a sweep, in files."""

    folder: Path
    """Where they are: ``results`` and ``summary`` as ``.parquet`` and ``.csv``, ``points.csv``, effects, ``run.toml``."""

    def __init__(self, folder: Path, effects: str) -> None:
        self.folder = folder
        self._effects = effects

    @property
    def results(self) -> FileTable:
        """Every figure of every replication: one row a point, replication and figure."""
        return FileTable(self.folder / "results.parquet")

    @property
    def summary(self) -> FileTable:
        """Every figure of every point with its interval: one row a point and figure."""
        return FileTable(self.folder / "summary.parquet")

    def __repr__(self) -> str:
        return self._effects

    def _repr_html_(self) -> str:
        return f"<pre style='line-height:1.2'>{escape(self._effects)}</pre>"
