"""``holdline.run``: the command line's bytes, from a path, a text or a dict."""

import csv
import json
import math
import warnings

import holdline
import pytest
from conftest import SCENARIOS, SMALL, small


def test_a_path_gives_the_bytes_of_the_command_line(workplace, holdline_binary):
    result = holdline.run("small.toml", seed=11, replications=20)
    printed = holdline_binary("run", "small.toml", "--replications", "20", "--seed", "11", "--json", "--quiet")
    assert result.to_json() == printed.stdout
    assert repr(result) == holdline_binary("run", "small.toml", "--replications", "20", "--seed", "11", "--quiet").stdout


def test_several_scenarios_are_compared_as_on_the_command_line(workplace, holdline_binary):
    (workplace / "more.toml").write_text('extends = "small.toml"\nname = "More"\n[agents.team]\nstaff = 6\n')
    result = holdline.run(["small.toml", "more.toml"], precision=0.02)
    words = ["run", "small.toml", "more.toml", "--precision", "0.02", "--json", "--quiet"]
    assert result.to_json() == holdline_binary(*words).stdout
    differences = result.comparisons
    assert set(differences["scenario"]) == {"More"} and set(differences["against"]) == {"Small"}
    place = differences["figure"].index("p_abandon")
    assert differences["difference"][place] < 0 and differences["real"][place] is True


def figures(result):
    document = json.loads(result.to_json())
    document.pop("reproduce", None)
    for scenario in document["scenarios"]:
        scenario.pop("file")
    return document


def test_a_text_and_a_dict_give_the_figures_of_the_file(workplace):
    file, text, tree = (figures(holdline.run(scenario)) for scenario in ("small.toml", SMALL, small()))
    assert file == text == tree


@pytest.mark.parametrize("path", sorted(SCENARIOS.glob("*.toml")), ids=lambda path: path.stem)
def test_every_scenario_is_the_same_as_a_dict(path, monkeypatch):
    tomllib = pytest.importorskip("tomllib", reason="Python 3.11 reads TOML")
    monkeypatch.chdir(path.parent)
    tree = tomllib.loads(path.read_text())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", holdline.HoldlineWarning)
        assert figures(holdline.run(path.name, replications=1)) == figures(holdline.run(tree, replications=1))


def test_threads_change_nothing(workplace):
    one, three = (holdline.run("small.toml", replications=40, threads=n).to_json() for n in (1, 3))
    assert one == three == holdline.run("small.toml", replications=40).to_json()


def test_every_contact_is_kept_as_on_the_command_line(workplace, holdline_binary):
    (workplace / "dated.toml").write_text(SMALL.replace("days = 1", "days = 1\nstart = 2026-03-02"))
    log = holdline.run("dated.toml", contacts=True).contact_log
    holdline_binary("run", "dated.toml", "--contacts", "log.csv", "--quiet")
    with open("log.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == list(log)
    assert len(rows) == len(log["wait"]) > 5000

    def cell(value):
        return "" if value is None else str(value).lower() if isinstance(value, bool) else value

    for name, column in log.items():
        for row, value in zip(rows, column, strict=True):
            shown = cell(value)
            assert row[name] == shown or float(row[name]) == shown, (name, row, value)


def test_tables_hold_the_figures_of_the_document(workplace):
    result = holdline.run("small.toml", replications=30)
    scenario = result.json["scenarios"][0]
    abandon = scenario["contacts"]["calls"]["p_abandon"]
    contacts = result.contacts
    assert contacts["contact_type"] == ["calls"]
    assert contacts["p_abandon"] == [abandon["value"]] and contacts["p_abandon_ci95_low"] == [abandon["ci95"][0]]
    assert contacts["wait_percentiles_95"] == [scenario["contacts"]["calls"]["wait_percentiles"]["95"]]
    assert result.agents["occupancy"] == [scenario["agents"]["team"]["occupancy"]["value"]]
    intervals = result.intervals
    assert len(intervals["kind"]) == 48 and set(intervals["kind"]) == {"contacts", "agents"}
    assert intervals["p_abandon"][intervals["number"].index(10)] > 0


def test_tables_become_those_of_pandas_polars_and_arrow(workplace):
    for name in ("pandas", "polars", "pyarrow"):
        pytest.importorskip(name)
    result = holdline.run("small.toml", contacts=True)
    for table in (result.contacts, result.agents, result.intervals, result.contact_log):
        frames = (table.to_pandas(), table.to_polars(), table.to_arrow())
        for frame in frames:
            assert list(getattr(frame, "column_names", frame.columns)) == list(table)
            assert len(frame) == len(next(iter(table.values())))
    waits = result.contact_log.to_pandas().query("outcome == 'answered' and measured").wait
    assert math.isclose(waits.mean(), result.contacts["mean_wait_answered"][0], rel_tol=1e-9)
    assert math.isclose(waits.mean(), result.contact_log.to_polars().filter(outcome="answered")["wait"].mean())


def test_progress_is_told_and_ends_at_all(workplace):
    told = []
    holdline.run("small.toml", replications=50, progress=lambda done, all: told.append((done, all)))
    assert told[-1] == (50, 50)


def test_what_progress_raises_ends_the_run(workplace):
    def no_more(done, all):
        raise LookupError("no more")

    with pytest.raises(LookupError, match="no more"):
        holdline.run(small(), replications=10_000_000, progress=no_more)
