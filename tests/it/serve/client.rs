//! A server that was started for a test, and requests to it, byte by byte where need be.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

/// A running `holdline serve`, ended with the value that stands for it.
pub(super) struct Served {
    pub(super) child: Child,
    /// Kept open: who closes it is a reader who went away.
    _stdout: BufReader<ChildStdout>,
    pub(super) address: String,
    pub(super) port: u16,
    pub(super) token: String,
}

/// What the server said.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    /// Names in small letters.
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: String,
}

impl Answer {
    pub(super) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }

    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// What is said beside a field.
    pub(super) fn problem(&self, field: &str) -> String {
        self.json()["fields"][field]["problem"]["words"]
            .as_str()
            .unwrap_or_else(|| panic!("no field {field}"))
            .to_owned()
    }
}

impl Served {
    /// Serves a file of a folder on any port.
    pub(super) fn start(folder: &Path, file: &str) -> Self {
        Self::start_with(folder, &[file])
    }

    /// The same with further arguments.
    pub(super) fn start_with(folder: &Path, arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_holdline"))
            .current_dir(folder)
            .arg("serve")
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut address = String::new();
        stdout.read_line(&mut address).unwrap();
        let address = address.trim().to_owned();
        let rest = address.strip_prefix("http://127.0.0.1:").unwrap_or_else(|| panic!("`{address}` is no address"));
        let (port, token) = rest.split_once("/?token=").unwrap();
        Self { port: port.parse().unwrap(), token: token.to_owned(), child, _stdout: stdout, address }
    }

    /// Sends a request as it is and reads the answer to its end.
    pub(super) fn raw(&self, request: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        // A server that has refused a long body need not read it, and may cut the line.
        let _ = stream.read_to_end(&mut answer);
        let answer = String::from_utf8(answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap_or_else(|| panic!("no answer to {request}: {answer}"));
        let mut lines = head.lines();
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let header = |line: &str| line.split_once(": ").map(|(name, value)| (name.to_lowercase(), value.to_owned()));
        Answer { status, headers: lines.filter_map(header).collect(), body: body.to_owned() }
    }

    /// A request with exactly these headers besides those that HTTP needs.
    pub(super) fn request(&self, first: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let length = if body.is_empty() { String::new() } else { format!("content-length: {}\r\n", body.len()) };
        self.raw(&format!("{first} HTTP/1.1\r\nconnection: close\r\n{headers}{length}\r\n{body}"))
    }

    pub(super) fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// A request of the page for something.
    pub(super) fn get(&self, path: &str) -> Answer {
        let token = [("host", self.host()), ("x-holdline-token", self.token.clone())];
        self.request(&format!("GET {path}"), &token.each_ref().map(|(name, value)| (*name, value.as_str())), "")
    }

    /// A request of the page to do something.
    pub(super) fn post(&self, path: &str, body: &Value) -> Answer {
        let (host, origin) = (self.host(), format!("http://{}", self.host()));
        let headers = [
            ("host", host.as_str()),
            ("origin", origin.as_str()),
            ("x-holdline-token", self.token.as_str()),
            ("content-type", "application/json"),
        ];
        self.request(&format!("POST {path}"), &headers, &body.to_string())
    }

    /// The page as it stands, once all replications behind its figures are done.
    pub(super) fn settled(&self) -> Value {
        self.wait_until("figures that have settled", |view| view["done"] == true && view["answered"] == view["number"])
    }

    /// The page once something holds of it, which is a matter of two minutes at most.
    pub(super) fn wait_until(&self, what: &str, holds: impl Fn(&Value) -> bool) -> Value {
        let begun = Instant::now();
        let mut after = 0;
        while begun.elapsed() < Duration::from_secs(120) {
            let view = self.get(&format!("/view?after={after}")).json();
            if holds(&view) {
                return view;
            }
            after = view["version"].as_u64().unwrap();
        }
        panic!("never came: {what}");
    }

    /// Memory that is in use, in bytes.
    #[cfg(target_os = "linux")]
    pub(super) fn memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
        line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() * 1024
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
