//! Connections that say nothing, or never end what they say.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use super::client::Served;
use super::workplace;

/// A connection that has sent so much and goes on with nothing.
fn silent(served: &Served, sent: &str) -> TcpStream {
    let mut stream = TcpStream::connect(("127.0.0.1", served.port)).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    stream.write_all(sent.as_bytes()).unwrap();
    stream
}

/// What it hears until it is closed, and after how long.
fn heard(mut stream: TcpStream) -> (String, Duration) {
    let begun = Instant::now();
    let mut answer = String::new();
    // A line that is cut is closed, too.
    if let Err(error) = stream.read_to_string(&mut answer) {
        assert!(error.kind() != std::io::ErrorKind::WouldBlock, "it stays open");
    }
    (answer, begun.elapsed())
}

#[test]
fn half_a_request_is_not_waited_for() {
    let served = Served::start(&workplace("half"), "centre.toml");
    let (host, token) = (served.host(), &served.token);
    let head = format!("POST /undo HTTP/1.1\r\nhost: {host}\r\nx-holdline-token: {token}\r\n");
    let body = format!("{head}content-type: application/json\r\ncontent-length: 2\r\n\r\n{{");
    let silent: Vec<TcpStream> = ["", "GET / HT", &head, &body].iter().map(|sent| silent(&served, sent)).collect();
    let heard: Vec<(String, Duration)> = silent.into_iter().map(heard).collect();
    for (answer, after) in &heard {
        assert!(*after < Duration::from_secs(20), "{after:?}: {answer}");
    }
    assert!(heard[3].0.starts_with("HTTP/1.1 408"), "{}", heard[3].0);
    assert_eq!(served.get("/view").status, 200);
}

#[cfg(target_os = "linux")]
#[test]
fn there_is_an_end_to_open_connections() {
    let served = Served::start(&workplace("many"), "centre.toml");
    served.settled();
    let idle: Vec<TcpStream> = (0..150).map(|_| silent(&served, "")).collect();
    std::thread::sleep(Duration::from_millis(500));
    let files = std::fs::read_dir(format!("/proc/{}/fd", served.child.id())).unwrap().count();
    assert!(files < 100, "{files} files are open");
    drop(idle);
    let asked = Instant::now();
    assert_eq!(served.get("/view").status, 200);
    assert!(asked.elapsed() < Duration::from_secs(20), "{:?}", asked.elapsed());
}
