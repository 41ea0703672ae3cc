"""``holdline.sweep``: whole, in parts, and read by others."""

import random
from pathlib import Path

import holdline
import pytest
from conftest import SIXTY, contents, missing


def test_a_sweep_is_that_of_the_command_line_whole_and_in_parts(workplace, holdline_binary):
    made = holdline.sweep("sixty.toml", "ours", threads=2)
    printed = holdline_binary("sweep", "sixty.toml", "--out", "theirs", "--quiet")
    assert repr(made) == printed.stdout
    parts = [holdline.sweep("sixty.toml", "parts", shard=(n, 7)) for n in range(1, 8)]
    # Whatever the order, the result is one.
    random.shuffle(parts)
    holdline.merge(parts, "merged")
    assert contents(Path("ours")) == contents(Path("theirs")) == contents(Path("merged"))


def test_a_design_may_be_a_dict_and_its_errors_name_keys(workplace):
    design = {
        "base": "small.toml",
        "replications": 4,
        "factors": {"agents": {"key": "agents.team.staff", "values": [4, 6]}},
    }
    summary = holdline.sweep(design, "out").summary.to_polars()
    assert summary["agents"].unique().sort().to_list() == [4.0, 6.0]
    design["factors"]["agents"]["key"] = "agents.teem.staff"
    with pytest.raises(holdline.ScenarioError) as raised:
        holdline.sweep(design, "out")
    assert raised.value.problems[0].key == "factors.agents.key"


def test_parts_that_do_not_belong_together_are_refused(workplace):
    first = holdline.sweep("sixty.toml", "parts", shard=(1, 2))
    other = holdline.sweep("sixty.toml", "others", shard=(2, 2), seed=8)
    with pytest.raises(ValueError, match="seed"):
        holdline.merge([first, other], "out")
    with pytest.raises(ValueError, match="parts are missing: 2/2"):
        holdline.merge([first], "out")
    with pytest.raises(ValueError, match="from 1/3 to 3/3"):
        holdline.sweep("sixty.toml", "parts", shard=(4, 3))


def test_parquet_is_read_by_pandas_polars_and_duckdb(workplace):
    for name in ("pandas", "polars", "duckdb", "pyarrow"):
        try:
            __import__(name)
        except ImportError:
            missing(name)
    import duckdb

    Path("few.toml").write_text(SIXTY.replace("replications = 100", "replications = 6"))
    made = holdline.sweep("few.toml", "out")
    for table, factors in ((made.results, []), (made.summary, ["agents", "volume"])):
        pandas, polars, arrow = table.to_pandas(), table.to_polars(), table.to_arrow()
        duck = duckdb.sql(f"select * from '{table.path}'").pl()
        text = __import__("polars").read_csv(table.path.with_suffix(".csv"))
        assert list(pandas.columns) == polars.columns == duck.columns == arrow.column_names == text.columns
        assert set(factors) <= set(polars.columns)
        assert polars.equals(duck) and polars.equals(__import__("polars").from_arrow(arrow))
        for name in polars.columns:
            assert pandas[name].tolist() == pytest.approx(polars[name].to_list(), nan_ok=True) if (
                polars[name].dtype.is_numeric() and polars[name].null_count() == 0
            ) else len(pandas) == len(polars)
            if polars[name].null_count() == 0:
                assert polars[name].to_list() == text[name].to_list(), name
        # The figures have the names of the result document.
        figures = set(polars.filter(kind="contacts")["figure"].unique())
        known = holdline.run("small.toml").contacts
        assert {"offered", "service_level", "p_abandon", "mean_wait"} <= figures & set(known)
    total = duckdb.sql(f"""
        select sum(numerator) / sum(denominator) as level from '{made.results.path}'
        where figure = 'service_level' and kind = 'contacts' group by point order by point
    """).pl()["level"]
    means = made.summary.to_polars().filter(figure="service_level", kind="contacts").sort("point")["value"]
    assert total.to_list() == pytest.approx(means.to_list(), rel=1e-12)
