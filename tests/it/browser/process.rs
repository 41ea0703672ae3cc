//! Chromium's process: started without a window, ended with the value that stands for it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::sleep;
use std::time::Duration;

/// Names under which the browser is installed.
const NAMES: [&str; 2] = ["chromium", "chromium-browser"];
const OPTIONS: [&str; 10] = [
    "--headless=new",
    // Tests run as root in containers, where Chromium's own sandbox cannot be had.
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--no-first-run",
    "--disable-extensions",
    "--disable-component-update",
    "--disable-background-networking",
    "--remote-debugging-port=0",
    "about:blank",
];

/// A running browser with a profile of its own.
pub(super) struct Process {
    child: Child,
    profile: PathBuf,
}

impl Process {
    /// Starts the browser; an error says why there is none.
    pub(super) fn start() -> Result<Self, String> {
        static STARTED: AtomicU32 = AtomicU32::new(0);
        let number = STARTED.fetch_add(1, Ordering::Relaxed);
        let name = format!("browser-{}-{number}", std::process::id());
        let profile = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&profile).map_err(|error| error.to_string())?;
        let start = |name: &str| {
            Command::new(name)
                .args(OPTIONS)
                .arg(format!("--user-data-dir={}", profile.display()))
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(fs::File::create(profile.join("stderr"))?)
                .spawn()
        };
        let mut why = String::new();
        for name in NAMES {
            match start(name) {
                Ok(child) => return Ok(Self { child, profile }),
                Err(error) => why += &format!("{name}: {error}; "),
            }
        }
        let _ = fs::remove_dir_all(&profile);
        Err(why)
    }

    /// The address of its debugging interface, which it leaves in its profile once it listens.
    pub(super) fn address(&mut self) -> Result<String, String> {
        for _ in 0..600 {
            let written = fs::read_to_string(self.profile.join("DevToolsActivePort")).unwrap_or_default();
            if let [port, path] = written.lines().collect::<Vec<_>>()[..] {
                return Ok(format!("ws://127.0.0.1:{port}{path}"));
            }
            if let Ok(Some(status)) = self.child.try_wait() {
                let said = fs::read_to_string(self.profile.join("stderr")).unwrap_or_default();
                return Err(format!("it ended at once with {status}: {said}"));
            }
            sleep(Duration::from_millis(50));
        }
        Err("it does not answer".into())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        // Its children end a moment later and write until then.
        for _ in 0..20 {
            if fs::remove_dir_all(&self.profile).is_ok() {
                break;
            }
            sleep(Duration::from_millis(50));
        }
    }
}
