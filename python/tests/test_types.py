"""Type checkers know the package."""

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import missing

PYTHON = Path(__file__).parents[1]

USE = """
from pathlib import Path
import holdline

result = holdline.run({"name": "x"}, replications=3, progress=lambda done, all: None)
share: float = result.contacts["p_abandon"][0]
part: Path = holdline.sweep("design.toml", "out", shard=(1, 2))
whole: holdline.Sweep = holdline.sweep("design.toml", "out")
"""

WRONG = """
import holdline
holdline.run("x.toml", replications="many")
holdline.run(3)
holdline.sweep("design.toml", "out").unlink()
"""


@pytest.fixture(autouse=True)
def mypy():
    try:
        import mypy as _  # noqa: F401
    except ImportError:
        missing("mypy")


def check(folder, *arguments):
    """In a folder from which the installed package is found, not its source."""
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_the_package_and_its_users_are_typed(tmp_path):
    (tmp_path / "use.py").write_text(USE)
    checked = check(tmp_path, "mypy", "--config-file", str(PYTHON / "pyproject.toml"), "-p", "holdline")
    assert checked.returncode == 0, checked.stdout
    checked = check(tmp_path, "mypy", "--strict", str(tmp_path / "use.py"))
    assert checked.returncode == 0, checked.stdout


def test_wrong_use_is_found(tmp_path):
    (tmp_path / "wrong.py").write_text(WRONG)
    checked = check(tmp_path, "mypy", "--strict", str(tmp_path / "wrong.py"))
    assert checked.stdout.count("error:") == 3, checked.stdout


def test_the_stub_is_what_was_built(tmp_path):
    checked = check(tmp_path, "mypy.stubtest", "holdline._holdline", "--ignore-positional-only")
    assert checked.returncode == 0, checked.stdout
