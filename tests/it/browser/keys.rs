//! Keys of a keyboard that move and choose, as the protocol names them.

use serde_json::{Value, json};

/// The number by which pages of old know a key.
fn number(key: &str) -> u32 {
    match key {
        "Backspace" => 8,
        "Tab" => 9,
        "Enter" => 13,
        "Escape" => 27,
        " " => 32,
        "End" => 35,
        "Home" => 36,
        "ArrowLeft" => 37,
        "ArrowUp" => 38,
        "ArrowRight" => 39,
        "ArrowDown" => 40,
        letter if letter.len() == 1 => u32::from(letter.as_bytes()[0].to_ascii_uppercase()),
        other => panic!("give the key `{other}` its number here"),
    }
}

/// The physical key.
fn code(key: &str) -> String {
    match key {
        " " => "Space".into(),
        letter if letter.len() == 1 => format!("Key{}", letter.to_uppercase()),
        other => other.into(),
    }
}

/// Parameters of `Input.dispatchKeyEvent` for going down and up; `held` is a sum of 1 Alt, 2 Control, 4 Meta, 8 Shift.
pub(super) fn strokes(key: &str, held: u8) -> [Value; 2] {
    let stroke = |kind: &str| json!({ "type": kind, "key": key, "code": code(key), "windowsVirtualKeyCode": number(key), "modifiers": held });
    let mut down = stroke("keyDown");
    // Only what a key writes makes buttons and fields act.
    let writes = match key {
        "Enter" => "\r",
        key if key.len() == 1 && held & 7 == 0 => key,
        _ => "",
    };
    if !writes.is_empty() {
        down["text"] = writes.into();
    }
    [down, stroke("keyUp")]
}
