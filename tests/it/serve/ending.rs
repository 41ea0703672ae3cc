//! How it ends, and how it does not begin.

use std::fs;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::json;

use super::client::Served;
use super::{CENTRE, STAFF, change, workplace};

/// Sends Ctrl-C and answers the exit status.
#[cfg(unix)]
fn interrupted(served: &mut Served) -> Option<i32> {
    let signalled = Command::new("kill").args(["-INT", &served.child.id().to_string()]).status().unwrap();
    assert!(signalled.success());
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(30) {
        if let Some(status) = served.child.try_wait().unwrap() {
            return status.code();
        }
        sleep(Duration::from_millis(20));
    }
    panic!("it does not end");
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_cleanly_while_idle_and_while_simulating() {
    let folder = workplace("ctrl-c");
    let mut served = Served::start(&folder, "centre.toml");
    served.settled();
    assert_eq!(interrupted(&mut served), Some(0));
    fs::write(folder.join("long.toml"), CENTRE.replace("replications = 30", "replications = 10000000")).unwrap();
    let mut served = Served::start(&folder, "long.toml");
    change(&served, STAFF, "7");
    // A page that waits for news when it ends does not hold it up.
    let (port, token) = (served.port, served.token.clone());
    let waiting = std::thread::spawn(move || {
        use std::io::{Read, Write};
        let mut stream = std::net::TcpStream::connect(("127.0.0.1", port)).unwrap();
        let request =
            format!("GET /view?after=1000000 HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\nx-holdline-token: {token}\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        let _ = stream.read_to_end(&mut Vec::new());
    });
    sleep(Duration::from_millis(500));
    assert_eq!(interrupted(&mut served), Some(0));
    waiting.join().unwrap();
}

/// The exit status and standard error of a server that does not come up.
fn refused(folder: &std::path::Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_holdline"))
        .current_dir(folder)
        .arg("serve")
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(output.stdout.is_empty(), "no address is printed");
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn what_cannot_be_served_is_said() {
    let folder = workplace("refused");
    fs::write(folder.join("wrong.toml"), CENTRE.replace("staff = 5", "staff = -5")).unwrap();
    let (status, said) = refused(&folder, &["wrong.toml"]);
    assert_eq!(status, Some(2), "{said}");
    assert!(said.contains("wrong.toml:17:9"), "{said}");
    assert_eq!(refused(&folder, &["nowhere.toml"]).0, Some(2));
    assert_eq!(refused(&folder, &["centre.toml", "--lang", "xx"]).0, Some(2));
    let served = Served::start(&folder, "centre.toml");
    let (status, said) = refused(&folder, &["centre.toml", "--port", &served.port.to_string()]);
    assert_eq!(status, Some(1), "{said}");
    assert!(said.contains(&format!("port {}", served.port)) && said.contains("help:"), "{said}");
    assert_eq!(served.post("/undo", &json!({})).status, 200, "the first one goes on");
}
