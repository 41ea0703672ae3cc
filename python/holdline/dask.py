"""A sweep on a Dask cluster: parts of the work are its tasks, and the result is the same, byte for byte.

Dask schedules; holdline only cuts the work and puts it together. The design travels with the tasks, so that workers need
no files, only this package in the same version.
"""

from __future__ import annotations

import json
import os
import tempfile
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import _holdline
from . import _sweep
from ._progress import Progress, showing
from ._run import WIDTH, warn, whole
from ._source import Scenario, Sources

if TYPE_CHECKING:
    from distributed import Client


def sweep(
    design: Scenario,
    cluster: Client | str,
    out: str | os.PathLike[str],
    *,
    shards: int = 40,
    seed: int | None = None,
    threads: int = 1,
    retries: int = 3,
    progress: Progress = None,
) -> _sweep.Sweep:
    """Does a sweep on a cluster: like :func:`holdline.sweep`, with the same files in ``out``.

    ``cluster`` is a Dask client or the address of a scheduler. The work is cut into so many ``shards``; each is a task
    that takes so many ``threads`` of its worker. Shards of workers that die are run again by others; one whose work
    itself fails is tried again so many times (``retries``). Finished parts are kept in ``out``/parts until all are
    there: after an interruption the same call goes on from them.
    """
    distributed: Any = import_module("distributed")
    number = whole("shards", shards, 1, 100_000)
    assert number is not None
    sources = Sources([design])
    path, files, identity, blocks, told = _sweep.read(sources, seed)
    warn(told)
    parts = Path(out) / "parts"
    parts.mkdir(parents=True, exist_ok=True)
    number = min(number, blocks)
    names = {n: parts / f"shard-{n}-of-{number}.part" for n in range(1, number + 1)}
    left = [n for n, part in names.items() if _identity(part) != identity]
    own = isinstance(cluster, str)
    client: Any = distributed.Client(cluster) if own else cluster
    tasks = {}
    try:
        for n in left:
            key = f"holdline-{identity[:16]}-{n}-of-{number}"
            task = client.submit(part_of, path, files, seed, (n, number), threads, key=key, retries=retries)
            tasks[task] = n
        with showing(progress, "parts") as tell:
            done = number - len(left)
            for task in distributed.as_completed(list(tasks)):
                _keep(names[tasks[task]], task.result())
                done += 1
                if tell is not None:
                    tell(done, number)
                # The cluster need not keep what is kept here.
                task.release()
    finally:
        client.cancel(list(tasks))
        if own:
            client.close()
    made = _sweep.merge(names.values(), out)
    for part in names.values():
        part.unlink()
    if not any(parts.iterdir()):
        parts.rmdir()
    return made


def part_of(path: str, files: _sweep.Files, seed: int | None, shard: tuple[int, int], threads: int) -> bytes:
    """One part of a sweep, done where this is called: what its file holds."""
    with tempfile.TemporaryDirectory(prefix="holdline-") as folder:
        options: dict[str, Any] = {"seed": seed, "shard": shard, "out": folder, "threads": threads, "width": WIDTH}
        return Path(_holdline.sweep((path, files), options, None)).read_bytes()


def _identity(part: Path) -> str | None:
    """Of which sweep a file is a part; None where it is none."""
    try:
        with part.open("rb") as file:
            head = json.loads(file.readline())
    except (OSError, ValueError):
        return None
    return head.get("identity") if isinstance(head, dict) else None


def _keep(path: Path, part: bytes) -> None:
    """Writes a part under a temporary name first, so that there is never half a part."""
    unfinished = path.with_suffix(".partial")
    unfinished.write_bytes(part)
    unfinished.replace(path)
