"""What happens around the work: interruptions, threads, forks, memory."""

import gc
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import holdline
import pytest
from conftest import small

ENDLESS = """
import sys, holdline
def tell(done, all):
    if done:
        print("working", flush=True)
try:
    holdline.run("small.toml", replications=10_000_000, progress=tell)
except KeyboardInterrupt:
    print("interrupted", flush=True)
    # What comes after is not disturbed.
    print(holdline.run("small.toml").json["scenarios"][0]["replications"])
"""


def test_ctrl_c_ends_a_run(workplace):
    with subprocess.Popen([sys.executable, "-c", ENDLESS], stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout.readline() == "working\n"
        child.send_signal(signal.SIGINT)
        rest = [line for line in child.stdout.read().splitlines() if line != "working"]
    assert rest == ["interrupted", "12"]
    assert child.returncode == 0


def test_two_threads_work_at_the_same_time():
    """The first goes on until the second has done all of its work: with the interpreter's lock held, it never would."""
    second_is_done, first_is_done = threading.Event(), threading.Event()
    order = []

    class Enough(Exception):
        pass

    def until_the_second_is_done(done, all):
        if done and second_is_done.is_set():
            raise Enough

    def first():
        # It ends by itself only long after the second.
        with pytest.raises(Enough):
            holdline.run(small(), replications=10_000_000, threads=1, progress=until_the_second_is_done)
        order.append("first")
        first_is_done.set()

    thread = threading.Thread(target=first)
    thread.start()
    for _ in range(3):
        holdline.run(small(), replications=200, threads=1)
    order.append("second")
    second_is_done.set()
    thread.join()
    assert first_is_done.is_set() and order == ["second", "first"]


def test_a_forked_process_works_too():
    expected = holdline.run(small()).to_json()
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        same = holdline.run(small()).to_json() == expected
        os.write(writer, b"same" if same else b"other")
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        assert pipe.read() == "same"
    os.waitpid(child, 0)


def resident() -> int:
    """Bytes of memory that this process has in use."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="only Linux tells the memory in use so")
def test_ten_thousand_runs_take_no_more_memory():
    tiny = small()
    tiny["contacts"]["calls"]["open"] = "09:00-10:00"
    options = {"replications": 1, "threads": 1}

    def runs(count):
        for seed in range(count):
            holdline.run(tiny, seed=seed, **options)
        gc.collect()
        return resident()

    before = runs(2000)
    after = runs(8000)
    # A leak of one result document (some 20 kB) a run would be 160 MB, of one small object (100 bytes) nearly 1 MB; the
    # allocator's own wandering stays below 2 MB.
    assert after - before < 2_000_000, f"{after - before} bytes more after 8,000 runs"
