//! A tab of a browser, driven through its DevTools: see, point, press, print.

use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use data_encoding::BASE64;
use serde_json::{Value, json};

use super::keys;
use super::process::Process;
use super::wire::Wire;

/// What the browser answers when the page that was asked is gone (`Inspected target navigated or closed`, `Execution
/// context was destroyed`): the server error of JSON-RPC 2.0.
const SERVER_ERROR: i32 = -32000;

/// A browser with one tab.
pub(crate) struct Browser {
    wire: Wire,
    /// Ended last, when the wire is not used any more.
    _process: Process,
}

/// What the accessibility tree says of one thing.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Accessible {
    pub(crate) role: String,
    pub(crate) name: String,
    pub(crate) description: String,
}

impl Browser {
    /// Starts one; an error says why there is none.
    pub(crate) fn start() -> Result<Self, String> {
        let mut process = Process::start()?;
        let address = process.address()?;
        let mut wire = Wire::open(&address)?;
        for domain in ["Page", "Runtime", "Log", "Network", "Accessibility"] {
            wire.call(&format!("{domain}.enable"), json!({}));
        }
        let mut browser = Self { wire, _process: process };
        browser.medium("screen", false);
        Ok(browser)
    }

    /// Opens an address and waits until it is loaded; what the last page said is forgotten.
    pub(crate) fn go(&mut self, address: &str) {
        self.wire.forget();
        let went = self.wire.call("Page.navigate", json!({ "url": address }));
        assert!(went["errorText"].is_null(), "{address}: {}", went["errorText"]);
        self.wire.wait_for("Page.loadEventFired");
    }

    /// Opens a file of this machine.
    pub(crate) fn open(&mut self, file: &Path) {
        self.go(&format!("file://{}", file.canonicalize().unwrap().display()));
    }

    /// Loads the page again.
    pub(crate) fn reload(&mut self) {
        self.wire.forget();
        self.wire.call("Page.reload", json!({}));
        self.wire.wait_for("Page.loadEventFired");
    }

    /// The value of an expression in the page; promises are waited for.
    pub(crate) fn eval(&mut self, script: &str) -> Value {
        let mut answer = self.wire.call("Runtime.evaluate", evaluation(script));
        let thrown = &answer["exceptionDetails"];
        assert!(thrown.is_null(), "{script}: {thrown}");
        answer["result"]["value"].take()
    }

    /// The value of an expression that must be a text.
    pub(crate) fn text(&mut self, script: &str) -> String {
        let value = self.eval(script);
        value.as_str().unwrap_or_else(|| panic!("{script} gives {value}")).to_owned()
    }

    /// Waits until an expression holds, for a minute at most (machines are busy). Between two pages there is nobody to
    /// ask: the browser refuses the question, and it is asked again.
    pub(crate) fn wait_until(&mut self, condition: &str) {
        let script = format!("(() => {{ try {{ return Boolean({condition}); }} catch {{ return false; }} }})()");
        for _ in 0..3000 {
            match self.wire.try_call("Runtime.evaluate", evaluation(&script)) {
                Ok(answer) if answer["result"]["value"] == true => return,
                Ok(_) => {}
                Err(refused) => assert_eq!(refused["code"], SERVER_ERROR, "{condition}: {refused}"),
            }
            sleep(Duration::from_millis(20));
        }
        panic!("never came true: {condition}");
    }

    /// The middle of the first element that a selector finds, after it was scrolled into view.
    pub(crate) fn middle(&mut self, selector: &str) -> (f64, f64) {
        let script = format!(
            "(() => {{ const found = document.querySelector({}); if (!found) return null; \
             found.scrollIntoView({{ block: 'center', behavior: 'instant' }}); \
             const box = found.getBoundingClientRect(); \
             return [box.x + box.width / 2, box.y + box.height / 2]; }})()",
            json!(selector)
        );
        let place = self.eval(&script);
        let at = |axis: usize| place[axis].as_f64().unwrap_or_else(|| panic!("nothing is `{selector}`"));
        (at(0), at(1))
    }

    /// Moves the pointer.
    pub(crate) fn point_at(&mut self, (x, y): (f64, f64)) {
        self.wire.call("Input.dispatchMouseEvent", json!({ "type": "mouseMoved", "x": x, "y": y }));
    }

    /// Points at the middle of an element.
    pub(crate) fn hover(&mut self, selector: &str) {
        let at = self.middle(selector);
        self.point_at(at);
    }

    /// Clicks in the middle of an element.
    pub(crate) fn click(&mut self, selector: &str) {
        let (x, y) = self.middle(selector);
        self.point_at((x, y));
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": 1 });
            self.wire.call("Input.dispatchMouseEvent", event);
        }
    }

    /// Taps with a finger on the middle of an element.
    pub(crate) fn tap(&mut self, selector: &str) {
        let (x, y) = self.middle(selector);
        for (kind, fingers) in [("touchStart", json!([{ "x": x, "y": y }])), ("touchEnd", json!([]))] {
            self.wire.call("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": fingers }));
        }
    }

    /// Presses a key once: `Tab`, `Enter`, `ArrowLeft`, `a`.
    pub(crate) fn press(&mut self, key: &str) {
        self.chord(key, 0);
    }

    /// Presses a key while others are held: a sum of 1 Alt, 2 Control, 4 Meta, 8 Shift.
    pub(crate) fn chord(&mut self, key: &str, held: u8) {
        for stroke in keys::strokes(key, held) {
            self.wire.call("Input.dispatchKeyEvent", stroke);
        }
    }

    /// Writes into the field that has the focus.
    pub(crate) fn write(&mut self, text: &str) {
        self.wire.call("Input.insertText", json!({ "text": text }));
    }

    /// The size of the window, in CSS pixels.
    pub(crate) fn size(&mut self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.wire.call("Emulation.setDeviceMetricsOverride", size);
    }

    /// Whether pages may run scripts; holds from the next page on.
    pub(crate) fn scripts(&mut self, allowed: bool) {
        self.wire.call("Emulation.setScriptExecutionDisabled", json!({ "value": !allowed }));
    }

    /// The medium (`screen` or `print`), and whether the reader likes it dark. The reader likes no motion: what is
    /// scrolled to is there at once, and a pointer meets what it is sent to.
    pub(crate) fn medium(&mut self, medium: &str, dark: bool) {
        let scheme = if dark { "dark" } else { "light" };
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme }, { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.wire.call("Emulation.setEmulatedMedia", json!({ "media": medium, "features": features }));
    }

    /// The page as a PDF on A4.
    pub(crate) fn pdf(&mut self, landscape: bool) -> Vec<u8> {
        let (width, height) = (210.0 / 25.4, 297.0 / 25.4);
        let sheet = json!({
            "landscape": landscape, "paperWidth": width, "paperHeight": height,
            "printBackground": true, "preferCSSPageSize": false,
        });
        let printed = self.wire.call("Page.printToPDF", sheet);
        decoded(&printed)
    }

    /// A picture of the window, or of the whole page.
    pub(crate) fn screenshot(&mut self, whole: bool) -> Vec<u8> {
        let shot = json!({ "format": "png", "captureBeyondViewport": whole });
        let taken = self.wire.call("Page.captureScreenshot", shot);
        decoded(&taken)
    }

    /// All that the accessibility tree does not ignore, in the order of the page.
    pub(crate) fn accessible(&mut self) -> Vec<Accessible> {
        let tree = self.wire.call("Accessibility.getFullAXTree", json!({}));
        let text = |node: &Value, field: &str| node[field]["value"].as_str().unwrap_or_default().to_owned();
        let read = |node: &Value| Accessible {
            role: text(node, "role"),
            name: text(node, "name"),
            description: text(node, "description"),
        };
        let nodes = tree["nodes"].as_array().unwrap();
        nodes.iter().filter(|node| node["ignored"] != true).map(read).collect()
    }

    /// What went wrong in the page: uncaught exceptions, errors and warnings on the console, what its policy refused.
    pub(crate) fn complaints(&mut self) -> Vec<String> {
        // An answer comes after all events before it.
        self.eval("0");
        let thrown = self.wire.told("Runtime.exceptionThrown").map(|event| event["exceptionDetails"].to_string());
        let console = self.wire.told("Runtime.consoleAPICalled");
        let said = console.filter(|event| ["error", "warning", "assert"].iter().any(|kind| event["type"] == *kind));
        let log = self.wire.told("Log.entryAdded").map(|event| &event["entry"]);
        let logged = log.filter(|entry| ["error", "warning"].iter().any(|level| entry["level"] == *level));
        thrown.chain(said.map(|event| event["args"].to_string())).chain(logged.map(Value::to_string)).collect()
    }

    /// The addresses of all that the page asked for, itself first.
    pub(crate) fn requests(&mut self) -> Vec<String> {
        self.eval("0");
        let asked = self.wire.told("Network.requestWillBeSent");
        asked.filter_map(|event| Some(event["request"]["url"].as_str()?.to_owned())).collect()
    }
}

fn evaluation(script: &str) -> Value {
    json!({ "expression": script, "returnByValue": true, "awaitPromise": true })
}

fn decoded(answer: &Value) -> Vec<u8> {
    BASE64.decode(answer["data"].as_str().unwrap().as_bytes()).unwrap()
}
