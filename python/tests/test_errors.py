"""Errors: the command line's text, and the place."""

import pickle
from pathlib import Path

import holdline
import pytest
from conftest import SMALL, small


def test_an_error_in_a_dict_names_its_key():
    centre = small()
    centre["contacts"]["calls"]["patience"] = {"lognormal": {"mean": "3min", "cv": -1}}
    centre["agents"]["team"]["skills"] = ["call"]
    with pytest.raises(holdline.ScenarioError) as raised:
        holdline.run(centre)
    problems = {problem.key: problem for problem in raised.value.problems}
    assert set(problems) == {"contacts.calls.patience.lognormal.cv", "agents.team.skills"}
    assert "calls" in " ".join(problems["agents.team.skills"].help)
    # What people read shows the path, too.
    assert "contacts.calls.patience.lognormal.cv = -1" in str(raised.value)


def test_a_key_that_is_missing_names_its_table():
    centre = small()
    del centre["contacts"]["calls"]["handle"]
    with pytest.raises(holdline.ScenarioError) as raised:
        holdline.run(centre)
    (problem,) = raised.value.problems
    assert problem.key.startswith("contacts.calls.") and "handle" in problem.message


def test_an_unknown_key_of_a_dict_is_named_with_what_was_meant():
    centre = small()
    centre["contacts"]["calls"]["pateince"] = centre["contacts"]["calls"].pop("patience")
    with pytest.raises(holdline.ScenarioError) as raised:
        holdline.run(centre)
    (problem,) = raised.value.problems
    assert problem.key == "contacts.calls.pateince.exponential.mean" and "`patience`" in problem.help[0]


def test_names_that_are_no_bare_keys_are_quoted():
    centre = small()
    centre["contacts"]["late calls"] = {**centre["contacts"].pop("calls"), "balk": 2}
    centre["agents"]["team"]["skills"] = ["late calls"]
    with pytest.raises(holdline.ScenarioError) as raised:
        holdline.run(centre)
    assert [problem.key for problem in raised.value.problems] == ['contacts."late calls".balk']


def test_an_error_in_a_file_has_the_place_and_the_text_of_the_command_line(workplace, holdline_binary):
    Path("wrong.toml").write_text(SMALL.replace("staff = 5", "staff = -5").replace('"1h"', '"7min"'))
    with pytest.raises(holdline.ScenarioError) as raised:
        holdline.run("wrong.toml")
    assert [(str(p.file), p.line, p.column) for p in raised.value.problems] == [
        ("wrong.toml", 4, 1),
        ("wrong.toml", 17, 9),
    ]
    assert all(problem.help and problem.key is None for problem in raised.value.problems)
    printed = holdline_binary("run", "wrong.toml", "--quiet")
    assert printed.returncode == 2 and printed.stderr.strip() == str(raised.value)


def test_an_error_in_a_text_has_its_line():
    with pytest.raises(holdline.ScenarioError) as raised:
        holdline.run(SMALL.replace("days = 1", "days = 0"))
    (problem,) = raised.value.problems
    assert (str(problem.file), problem.line, problem.column) == ("<text>", 3, 8)


def test_all_scenarios_tell_their_problems_at_once(workplace):
    wrong = small()
    wrong["run"]["seed"] = "x"
    with pytest.raises(holdline.ScenarioError) as raised:
        holdline.run(["small.toml", wrong, "none.toml"])
    assert len(raised.value.problems) == 2
    assert {problem.key for problem in raised.value.problems} == {"run.seed", None}
    assert "there is no file `none.toml`" in str(raised.value)


def test_errors_travel_between_processes():
    with pytest.raises(holdline.ScenarioError) as raised:
        holdline.run({"name": "Nothing"})
    again = pickle.loads(pickle.dumps(raised.value))
    assert (str(again), again.problems) == (str(raised.value), raised.value.problems)


def test_no_staffing_is_refused_as_on_the_command_line(workplace, holdline_binary):
    Path("capped.toml").write_text(SMALL + "max_agents = 2\n")
    with pytest.raises(holdline.Infeasible) as raised:
        holdline.staff("capped.toml")
    printed = holdline_binary("staff", "capped.toml", "--quiet")
    assert printed.returncode == 3
    assert printed.stderr.split() == str(raised.value).split()
    assert raised.value.plan["feasible"] is False
    assert pickle.loads(pickle.dumps(raised.value)).plan == raised.value.plan


@pytest.mark.parametrize(
    ("options", "names"),
    [
        ({"replications": 0}, "replications"),
        ({"seed": -1}, "seed"),
        ({"threads": 0}, "threads"),
        ({"precision": 0.9}, "precision"),
        ({"precision": 0.01, "max_replications": 1}, "max_replications"),
    ],
)
def test_options_out_of_their_limits_are_refused(options, names):
    with pytest.raises(ValueError, match=f"^{names} = "):
        holdline.run(small(), **options)


def test_what_no_scenario_can_hold_is_refused_with_its_path():
    with pytest.raises(TypeError, match=r"^contacts\.calls\.balk: a scenario cannot hold NoneType"):
        holdline.run({"contacts": {"calls": {"balk": None}}})
    with pytest.raises(TypeError, match="keys are texts, not int"):
        holdline.run({"contacts": {1: {}}})
