"""A sweep on a Dask cluster of three worker processes, one of which is killed while it works."""

import os
import signal
from pathlib import Path

import holdline
import pytest
from conftest import contents, missing


@pytest.fixture
def client(workplace):
    try:
        from distributed import Client, LocalCluster
    except ImportError:
        missing("dask.distributed")
    with (
        LocalCluster(n_workers=3, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        yield client


def test_a_worker_that_dies_changes_nothing(workplace, client):
    import holdline.dask

    expected = holdline.sweep("sixty.toml", "one", threads=2)
    workers = [info["id"] for info in client.scheduler_info()["workers"].values()]
    processes = client.run(os.getpid)
    assert len(workers) == len(set(processes.values())) == 3
    told = []

    def kill_one(done, all):
        told.append((done, all))
        if len(told) == 2:
            os.kill(next(iter(processes.values())), signal.SIGKILL)

    made = holdline.dask.sweep("sixty.toml", client, "dask", shards=24, progress=kill_one)
    assert told[-1] == (24, 24) and len(told) == 24
    assert contents(Path("dask")) == contents(Path("one"))
    assert repr(made) == repr(expected)
    after = client.run(os.getpid)
    assert next(iter(processes.values())) not in after.values(), "the worker was killed"


def test_finished_parts_are_taken_over(workplace, client):
    import holdline.dask

    os.makedirs("out/parts")
    part = holdline.sweep("sixty.toml", "elsewhere", shard=(2, 4))
    part.replace("out/parts/shard-2-of-4.part")
    Path("out/parts/shard-3-of-4.part").write_text("half a part")
    told = []
    address = client.scheduler.address
    holdline.dask.sweep("sixty.toml", address, "out", shards=4, progress=lambda done, all: told.append(done))
    assert told == [2, 3, 4]
    holdline.sweep("sixty.toml", "one")
    assert contents(Path("out")) == contents(Path("one"))


def test_errors_of_a_design_are_told_before_anything_is_sent(workplace):
    import holdline.dask

    with pytest.raises(holdline.ScenarioError):
        holdline.dask.sweep({"base": "none.toml"}, "tcp://127.0.0.1:1", "out")
