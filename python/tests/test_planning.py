"""``holdline.erlang``, ``holdline.staff`` and ``holdline.fit``: what the command line gives."""

import json
import math
from pathlib import Path

import holdline
import pytest
from conftest import SCENARIOS, contents, small


def test_erlang_knows_its_textbook():
    # Ten erlangs on fourteen agents, nobody hangs up: 88.835 % within twenty seconds (Erlang 1917).
    figures = holdline.erlang(100, per="30min", aht=180, agents=14)
    assert math.isclose(figures["service_level"], 0.888350, abs_tol=5e-7)
    # Offered load and servers of Erlang B: the recursion by hand.
    blocking = 1.0
    for n in range(1, 15):
        blocking = 10 * blocking / (n + 10 * blocking)
    assert math.isclose(holdline.erlang(100, per=1800, aht=180, agents=14, lines=14)["p_blocked"], blocking, rel_tol=1e-12)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"agents": 14}, "--agents 14"),
        ({"agents": range(10, 21)}, "--agents 10..20"),
        ({"target": (0.8, 20)}, "--target 80/20"),
        ({"target": (0.975, "1min")}, "--target 97.5/1min"),
        ({"target": "80/20", "patience": "5min", "abandon": 0.03}, "--target 80/20 --patience 5min --abandon 3%"),
        ({"asa": 10, "patience": "lognormal:5min,1.2", "shrinkage": 0.3, "lines": 40},
         "--asa 10s --patience lognormal:5min,1.2 --shrinkage 30% --lines 40"),
    ],
)  # fmt: skip
def test_erlang_gives_the_figures_of_the_command_line(asked, words, holdline_binary):
    printed = holdline_binary(*f"erlang --calls 100 --per 30min --aht 3min {words} --json".split())
    assert holdline.erlang(100, per=1800, aht="3min", **asked) == json.loads(printed.stdout)


def test_erlang_says_what_is_wrong():
    with pytest.raises(ValueError, match="^aht = 3x: "):
        holdline.erlang(100, per=1800, aht="3x", agents=3)
    with pytest.raises(ValueError, match="give agents, or what they are to reach"):
        holdline.erlang(100, per=1800, aht=180)
    with pytest.raises(holdline.Infeasible, match="no staffing of at most 12 agents reaches the target"):
        holdline.erlang(100, per=1800, aht=180, target=(0.8, 20), max_agents=12)


def test_a_plan_is_that_of_the_command_line(workplace, holdline_binary):
    plan = holdline.staff("small.toml", out="plan", error=0.02)
    assert plan.to_json() == holdline_binary("staff", "small.toml", "--error", "0.02", "--json", "--quiet").stdout
    assert repr(plan) == holdline_binary("staff", "small.toml", "--error", "0.02", "--quiet").stdout
    written, theirs = contents(Path("plan")), contents(Path("output"))
    theirs.pop("run.toml")
    assert written == theirs and "staffed.toml" in written
    kept = holdline.run("plan/staffed.toml", seed=99, replications=400).contacts
    assert kept["service_level"][0] > 0.78 and kept["p_abandon"][0] < 0.06


def test_a_plan_of_a_dict_has_periods_and_promises():
    plan = holdline.staff(small(), error=0.02)
    assert len(plan.promises["holds"] if "holds" in plan.promises else next(iter(plan.promises.values()))) >= 1
    assert len(next(iter(plan.periods.values()))) == len(plan.json["periods"])
    nothing = small()
    del nothing["contacts"]["calls"]["target"]
    with pytest.raises(ValueError, match="promises nothing"):
        holdline.staff(nothing)
    with pytest.raises(ValueError, match="give the scenario as a path"):
        holdline.staff(small(), out="x")


def test_a_log_becomes_a_scenario_as_on_the_command_line(workplace, holdline_binary):
    source = (SCENARIOS / "small-team.toml").read_text()
    source = source.replace("days     = 1 ", "start = 2026-03-02\ndays = 10 ")
    Path("team.toml").write_text(source)
    holdline_binary("run", "team.toml", "--replications", "1", "--contacts", "log.csv", "--quiet")
    fitted = holdline.fit("log.csv", "ours.toml", name="Ours", days=("2026-03-02", "2026-03-10"))
    words = ["fit", "log.csv", "--out", "theirs.toml", "--name", "Ours", "--days", "2026-03-02..2026-03-10", "--quiet"]
    printed = holdline_binary(*words)
    assert printed.returncode == 0, printed.stderr
    assert fitted.path.read_text().replace('"ours/', '"theirs/') == Path("theirs.toml").read_text()
    assert contents(Path("ours")) == contents(Path("theirs"))
    assert repr(fitted) == printed.stdout
    assert holdline.run(fitted.path, replications=2).contacts["offered"][0] > 100


def test_a_log_that_cannot_be_read_says_so(workplace):
    Path("log.csv").write_text("a,b\n1,2\n")
    with pytest.raises(holdline.ScenarioError, match="mapping"):
        holdline.fit("log.csv", "x.toml")
    with pytest.raises(ValueError, match="ends in .toml"):
        holdline.fit("log.csv", "x.txt")
