"""Where tests work: the repository, the binary that was built beside the wheel, and small centres."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SCENARIOS = ROOT / "scenarios"

SMALL = """name = "Small"
[horizon]
days = 1
interval = "1h"
[run]
replications = 12
seed = 3
[contacts.calls]
channel = "voice"
open = "09:00-17:00"
arrivals = { per_hour = 60 }
handle = { exponential = { mean = "4min" } }
patience = { exponential = { mean = "2min" } }
target = { answer = 0.8, within = "20s", abandon = 0.05 }
[agents.team]
skills = ["calls"]
staff = 5
cost_per_hour = 20
"""

SIXTY = """base = "small.toml"
replications = 100
[factors.agents]
key = "agents.team.staff"
values = [3, 4, 5, 6, 7]
[factors.volume]
key = "contacts.calls.scale.arrivals"
from = 0.8
to = 1.2
steps = 12
"""


def small() -> dict[str, Any]:
    """The same centre as :data:`SMALL`, as a dict."""
    return {
        "name": "Small",
        "horizon": {"days": 1, "interval": "1h"},
        "run": {"replications": 12, "seed": 3},
        "contacts": {
            "calls": {
                "channel": "voice",
                "open": "09:00-17:00",
                "arrivals": {"per_hour": 60},
                "handle": {"exponential": {"mean": "4min"}},
                "patience": {"exponential": {"mean": 120}},
                "target": {"answer": 0.8, "within": 20.0, "abandon": 0.05},
            }
        },
        "agents": {"team": {"skills": ["calls"], "staff": 5, "cost_per_hour": 20}},
    }


def missing(what: str) -> None:
    """Something that a test needs is not here: on the machine of continuous integration that is a failure."""
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing")
    pytest.skip(f"{what} is missing")


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the small centre and a design of sixty points, in which the test works."""
    (tmp_path / "small.toml").write_text(SMALL)
    (tmp_path / "sixty.toml").write_text(SIXTY)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def holdline_binary() -> Callable[..., subprocess.CompletedProcess[str]]:
    """The command line, in the working directory."""
    program = Path(os.environ.get("HOLDLINE", ROOT / "target/tests/holdline"))
    if not program.exists():
        missing(f"the program {program} (build it, or name it with HOLDLINE)")

    def call(*words: str) -> subprocess.CompletedProcess[str]:
        environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
        environment["COLUMNS"] = "120"
        return subprocess.run([program, *words], capture_output=True, text=True, env=environment, check=False)

    return call


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
