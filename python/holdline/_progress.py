"""Progress in notebooks and on terminals."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import Any, TypeAlias

Progress: TypeAlias = "bool | Callable[[int, int], object] | None"
"""True: a bar. False: nothing. A function: told what is done and what there is to do (0: nobody knows). None: a bar in a
notebook and on a terminal, else nothing."""

Teller: TypeAlias = "Callable[[int, int], object] | None"

_AFTER = 0.5
"""Work that is done sooner, in seconds, shows no bar."""


@contextmanager
def showing(progress: Progress, what: str) -> Iterator[Teller]:
    """A function that is told of progress, for as long as the work takes."""
    if callable(progress):
        yield progress
        return
    if progress is False or (progress is None and not _watched()):
        yield None
        return
    bar = _Bar(what)
    try:
        yield bar.tell
    finally:
        bar.close()


def _watched() -> bool:
    return "ipykernel" in sys.modules or sys.stderr.isatty()


class _Bar:
    """The bar of tqdm where that is installed, else a line on standard error."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._since = time.monotonic()
        self._bar: Any = None
        self._shown = False

    def tell(self, done: int, all: int) -> None:
        if not self._shown and time.monotonic() - self._since < _AFTER:
            return
        if not self._shown:
            self._shown = True
            # Optional, and without types of its own.
            with suppress(ImportError):
                self._bar = import_module("tqdm.auto").tqdm(unit=f" {self._what}", leave=False)
        if self._bar is not None:
            self._bar.total = all or None
            self._bar.n = done
            self._bar.refresh()
        else:
            of = f" of {all}" if all else ""
            print(f"\r{done}{of} {self._what}", end="", file=sys.stderr, flush=True)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()
        elif self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
