//! Whatever ends a sweep, the same command goes on from there and ends with the same bytes.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use holdline::sampling::{Key, Purpose};

use super::{SIXTY, assert_same, failure, files, output, workplace};

fn start(folder: &Path, line: &str) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_holdline"));
    command.current_dir(folder).args(line.split_whitespace());
    command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
}

#[cfg(unix)]
#[test]
fn killed_at_twenty_moments_it_ends_with_the_same_bytes() {
    let folder = workplace("killed", SIXTY);
    let begun = Instant::now();
    output(&folder, "sweep design.toml --out whole --quiet");
    let whole = begun.elapsed();
    // Moments from the start of the process to a quarter of its time; the seed is fixed, the clock is not.
    let mut moments = Key::new(8, 0).stream(Purpose::Design);
    let (mut unfinished, mut longest) = (0, whole / 4);
    for _ in 0..20 {
        let mut child = start(&folder, "sweep design.toml --out killed --threads 2 --quiet");
        std::thread::sleep(longest.mul_f64(moments.uniform()));
        // SIGKILL: nothing of the program's own can run any more.
        let _ = child.kill();
        child.wait().unwrap();
        if folder.join("killed/unfinished").exists() {
            unfinished += 1;
        } else {
            // It was done already: the machine is faster now.
            longest /= 2;
        }
    }
    assert!(unfinished >= 10, "only {unfinished} of 20 kills came in the midst of the work");
    output(&folder, "sweep design.toml --out killed --quiet");
    assert_same(&folder.join("whole"), &folder.join("killed"));
}

#[cfg(unix)]
#[test]
fn ctrl_c_keeps_what_is_finished_and_says_so() {
    let long = SIXTY.replace("replications = 100", "replications = 100000");
    let folder = workplace("ctrl-c", &long);
    let child = start(&folder, "sweep design.toml --out out");
    let begun = Instant::now();
    let kept = || std::fs::read_dir(folder.join("out/unfinished")).is_ok_and(|entries| entries.count() > 1);
    while !kept() && begun.elapsed() < Duration::from_secs(120) {
        std::thread::sleep(Duration::from_millis(20));
    }
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("interrupted:") && said.contains("the same command goes on from there"), "{said}");
    // Another sweep is not mixed up with it.
    let said = failure(&folder, "sweep design.toml --out out --seed 4 --quiet", 2);
    assert!(said.contains("unfinished sweep that is another: its seed is 3, not 4"), "{said}");
    let design = std::fs::read_to_string(folder.join("design.toml")).unwrap();
    std::fs::write(folder.join("design.toml"), design.replace("to = 1.3", "to = 1.2")).unwrap();
    let said = failure(&folder, "sweep design.toml --out out --quiet", 2);
    assert!(said.contains("the file `design.toml` said something else"), "{said}");
}

#[cfg(unix)]
#[test]
fn a_full_disk_is_an_error_and_leaves_nothing_half() {
    let folder = workplace("full", SIXTY);
    output(&folder, "sweep design.toml --out whole --quiet");
    // No file may grow beyond so many KiB: to a program it is as if the disk were full. Results come to megabytes, units
    // to some KiB.
    let limited = |kib: u32| {
        let script = format!(
            "trap '' XFSZ; ulimit -f {kib}; exec '{}' sweep design.toml --out full --quiet",
            env!("CARGO_BIN_EXE_holdline")
        );
        Command::new("bash").current_dir(&folder).args(["-c", &script]).output().unwrap()
    };
    for kib in [8, 400] {
        let output = limited(kib);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{kib} KiB: {said}");
        assert!(said.contains("error: cannot write"), "{kib} KiB: {said}");
        let left = files(&folder.join("full"));
        let whole = |path: &Path| {
            let name = path.to_string_lossy();
            name.ends_with(".units") || name.ends_with("manifest.json") || name == "points.csv"
        };
        assert!(left.keys().all(|path| whole(path)), "{kib} KiB: {:?}", left.keys());
    }
    output(&folder, "sweep design.toml --out full --quiet");
    assert_same(&folder.join("whole"), &folder.join("full"));
}

#[test]
fn units_that_were_damaged_are_done_again() {
    let folder = workplace("damaged", SIXTY);
    output(&folder, "sweep design.toml --out whole --quiet");
    let mut child = start(&folder, "sweep design.toml --out out --quiet");
    let unfinished = folder.join("out/unfinished");
    let chunks = || -> Vec<_> {
        let Ok(entries) = std::fs::read_dir(&unfinished) else { return Vec::new() };
        let paths = entries.flatten().map(|entry| entry.path());
        paths.filter(|path| path.extension().is_some_and(|end| end == "units")).collect()
    };
    while chunks().is_empty() && child.try_wait().unwrap().is_none() {
        std::thread::sleep(Duration::from_millis(1));
    }
    let _ = child.kill();
    child.wait().unwrap();
    for chunk in chunks() {
        let mut bytes = std::fs::read(&chunk).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        std::fs::write(&chunk, bytes).unwrap();
    }
    output(&folder, "sweep design.toml --out out --quiet");
    assert_same(&folder.join("whole"), &folder.join("out"));
}
