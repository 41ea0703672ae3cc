"""Scenarios from paths, texts and dicts, as pairs of a path and what stands there where that is no file."""

from __future__ import annotations

import datetime
import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from .errors import ScenarioError

Scenario: TypeAlias = "str | os.PathLike[str] | Mapping[str, Any]"
"""A path, a text in TOML (recognised by its line breaks), or a dict of the same tree."""

Source: TypeAlias = "tuple[str, str | None]"

_BARE = re.compile(r"[A-Za-z0-9_-]+")


class Sources:
    """What the library is given, and the keys that the lines of dicts stand for."""

    def __init__(self, scenarios: list[Scenario]) -> None:
        self.keys: dict[Path, list[str]] = {}
        alone = len(scenarios) == 1
        self.pairs = [self._pair(scenario, "" if alone else f" {n}") for n, scenario in enumerate(scenarios, 1)]

    def _pair(self, scenario: Scenario, number: str) -> Source:
        if isinstance(scenario, Mapping):
            name = f"<dict{number}>"
            lines = list(_lines(scenario, ()))
            self.keys[Path(name)] = [path for path, _ in lines]
            return name, "".join(f"{path} = {value}\n" for path, value in lines)
        if isinstance(scenario, str) and "\n" in scenario:
            return f"<text{number}>", scenario
        return os.fspath(scenario), None

    def explain(self, error: ScenarioError) -> ScenarioError:
        """The error with the keys of dicts."""
        return error.with_keys(self.keys)


def _lines(table: Mapping[str, Any], above: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Every value of a tree on a line of its own, led by the whole path of its key, so that messages show it."""
    for name, value in table.items():
        if not isinstance(name, str):
            raise TypeError(f"{'.'.join(above) or 'a scenario'}: keys are texts, not {type(name).__name__} ({name!r})")
        path = (*above, name if _BARE.fullmatch(name) else _text(name))
        if isinstance(value, Mapping) and value:
            yield from _lines(value, path)
        else:
            yield ".".join(path), _value(value, path)


def _value(value: Any, path: tuple[str, ...]) -> str:
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, os.PathLike):
        return _text(os.fspath(value))
    if isinstance(value, datetime.timedelta):
        return repr(value.total_seconds())
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, Mapping):
        inner = (f"{_text(key)} = {_value(item, (*path, key))}" for key, item in value.items())
        return "{ " + ", ".join(inner) + " }" if value else "{}"
    if hasattr(value, "__index__"):
        return str(int(value))
    if hasattr(value, "__float__") and not hasattr(value, "__len__"):
        return repr(float(value))
    if hasattr(value, "__iter__"):
        return "[" + ", ".join(_value(item, (*path, str(place))) for place, item in enumerate(value)) + "]"
    raise TypeError(f"{'.'.join(path)}: a scenario cannot hold {type(value).__name__} ({value!r})")


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
