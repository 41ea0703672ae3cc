//! The DevTools protocol: commands with their answers, and events between them.

use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};
use tungstenite::stream::MaybeTlsStream;
use tungstenite::{Message, WebSocket};

/// A tab answers within this or not at all.
const PATIENCE: Duration = Duration::from_secs(60);

/// A connection to one tab.
pub(super) struct Wire {
    socket: WebSocket<MaybeTlsStream<TcpStream>>,
    /// The tab; nothing before it is attached.
    session: Option<String>,
    number: u64,
    /// What happened and nobody has asked for yet, the oldest first.
    events: Vec<Value>,
}

impl Wire {
    /// Opens a tab in the browser at this address.
    pub(super) fn open(address: &str) -> Result<Self, String> {
        let (socket, _) = tungstenite::connect(address).map_err(|error| error.to_string())?;
        if let MaybeTlsStream::Plain(stream) = socket.get_ref() {
            stream.set_read_timeout(Some(PATIENCE)).map_err(|error| error.to_string())?;
        }
        let mut wire = Self { socket, session: None, number: 0, events: Vec::new() };
        let target = wire.call("Target.createTarget", json!({ "url": "about:blank" }))["targetId"].clone();
        let attached = wire.call("Target.attachToTarget", json!({ "targetId": target, "flatten": true }));
        wire.session = attached["sessionId"].as_str().map(str::to_owned);
        Ok(wire)
    }

    /// Has a command done and gives its result; a refusal ends the test.
    pub(super) fn call(&mut self, method: &str, parameters: Value) -> Value {
        let answer = self.try_call(method, parameters);
        answer.unwrap_or_else(|refused| panic!("{method}: {refused}"))
    }

    /// Has a command done that may be refused.
    pub(super) fn try_call(&mut self, method: &str, parameters: Value) -> Result<Value, Value> {
        self.number += 1;
        let mut message = json!({ "id": self.number, "method": method, "params": parameters });
        if let Some(session) = &self.session {
            message["sessionId"] = session.as_str().into();
        }
        self.socket.send(Message::text(message.to_string())).expect(method);
        loop {
            let mut heard = self.hear(method);
            if heard["id"] != self.number {
                self.events.push(heard);
            } else if heard["error"].is_null() {
                return Ok(heard["result"].take());
            } else {
                return Err(heard["error"].take());
            }
        }
    }

    /// Waits for an event, which is not kept.
    pub(super) fn wait_for(&mut self, event: &str) -> Value {
        loop {
            if let Some(place) = self.events.iter().position(|heard| heard["method"] == event) {
                return self.events.remove(place)["params"].take();
            }
            let heard = self.hear(event);
            self.events.push(heard);
        }
    }

    /// What events of a kind have told so far.
    pub(super) fn told<'a>(&'a self, event: &'a str) -> impl Iterator<Item = &'a Value> {
        self.events.iter().filter(move |heard| heard["method"] == event).map(|heard| &heard["params"])
    }

    /// Forgets all events so far.
    pub(super) fn forget(&mut self) {
        self.events.clear();
    }

    fn hear(&mut self, waiting_for: &str) -> Value {
        loop {
            let message = self.socket.read().unwrap_or_else(|error| panic!("waiting for {waiting_for}: {error}"));
            if let Message::Text(text) = message {
                return serde_json::from_str(&text).unwrap();
            }
        }
    }
}
