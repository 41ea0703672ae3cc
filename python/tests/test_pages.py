"""What is written for readers works: the tutorial, the page for R, the README's Python."""

import re
import shutil
import subprocess
from pathlib import Path

import holdline
import pytest
from conftest import ROOT, SCENARIOS, missing

TUTORIAL = ROOT / "python/tutorial.ipynb"


@pytest.fixture
def with_scenarios(workplace):
    shutil.copytree(SCENARIOS, workplace / "scenarios")
    return workplace


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", page.read_text(), flags=re.MULTILINE | re.DOTALL)


def test_the_tutorial_runs(with_scenarios):
    try:
        import nbformat
        from nbclient import NotebookClient
    except ImportError:
        missing("nbclient")
    notebook = nbformat.read(TUTORIAL, as_version=4)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert not any(cell.outputs or cell.execution_count for cell in cells), "outputs are cleared in git"
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(with_scenarios)}}).execute()
    assert all(cell.execution_count for cell in cells)


def test_the_python_of_the_readmes_runs(with_scenarios):
    seen = 0
    for page in (ROOT / "README.md", ROOT / "python/README.md"):
        for block in blocks(page, "python"):
            if "tcp://" not in block:
                exec(compile(block, page.name, "exec"), {})
                seen += 1
    assert seen >= 2


def test_r_reads_the_csv(with_scenarios, holdline_binary):
    if not shutil.which("Rscript"):
        missing("R")
    page = ROOT / "docs/r.md"
    for line in "".join(blocks(page, "sh")).splitlines():
        done = holdline_binary(*line.removeprefix("holdline ").split(), "--quiet")
        assert done.returncode == 0, done.stderr
    script = "options(warn = 2)\n" + "\n".join(blocks(page, "r")) + """
figures <- unique(subset(summary, kind == "contacts")$figure)
cat("\\nfigures:", figures, "\\n")
again <- aggregate(cbind(numerator, denominator) ~ point, subset(results, figure == "service_level" & kind == "contacts"), sum)
cat("same:", all.equal(again$numerator / again$denominator, level$value[order(level$point)]), "\\n")
"""
    Path("page.R").write_text(script)
    ran = subprocess.run(["Rscript", "--vanilla", "page.R"], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert "same: TRUE" in ran.stdout
    (line,) = (line for line in ran.stdout.splitlines() if line.startswith("figures:"))
    known = set(holdline.run("scenarios/small-team.toml", replications=2).contacts)
    assert {"offered", "service_level", "p_abandon", "mean_wait"} <= set(line.split()[1:]) & known
