//! Whatever stands in a file, reading it ends, loses no row and does not panic.

use proptest::prelude::*;

use super::dirty_file::{Dirty, HEADER};
use super::log_by;

/// Pieces of which nasty files are made.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    let text = |text: &'static str| Just(text.as_bytes().to_vec());
    prop_oneof![
        text("\n"),
        text("\r\n"),
        text("\r"),
        text(","),
        text(";"),
        text("\""),
        text("\"\""),
        text("\0"),
        text("\u{feff}"),
        text("2024-01-13 09:05:30"),
        text("31/02/2024"),
        text("24:00:01"),
        text("-1"),
        text("1e308"),
        text("99999999999999999999"),
        text("answered"),
        text("오전"),
        text("Total"),
        text("#"),
        text("P"),
        text("PT"),
        text("é"),
        text("12:"),
        text(":"),
        text("T"),
        text("0000-00-00"),
        text("9999-12-31 23:59:59"),
        text("-0001-01-01"),
        text("1.2.3.4"),
        text("+25:99"),
        proptest::collection::vec(any::<u8>(), 0..6),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(pieces in proptest::collection::vec(piece(), 0..80)) {
        // What is lost or counted wrongly, `log_by` finds.
        let _ = log_by("any.csv", &pieces.concat(), None);
    }

    #[test]
    fn any_rows_below_a_header_are_read(pieces in proptest::collection::vec(piece(), 0..80)) {
        let mut bytes = format!("{HEADER}\n").into_bytes();
        bytes.extend(pieces.concat());
        let _ = log_by("headed-any.csv", &bytes, None);
    }

    #[test]
    fn damage_to_a_log_costs_no_more_than_the_rows_that_it_meets(
        damage in proptest::collection::vec((0_usize..2000, piece()), 1..6),
    ) {
        let mut whole = Dirty::default();
        whole.line_of(HEADER);
        for call in 0..60 {
            let row = whole.call(8, 36_000 + call * 30, "sales", call % 12).line();
            whole.line_of(&row);
        }
        let mut bytes = whole.bytes.clone();
        for (place, piece) in &damage {
            let place = HEADER.len() + 1 + place % (bytes.len() - HEADER.len());
            let place = place.min(bytes.len());
            bytes.splice(place..place, piece.iter().copied());
        }
        if let Ok(log) = log_by("damaged.csv", &bytes, None) {
            // A piece spoils its own row, and perhaps the one before or behind that a quote or a missing break joins to it.
            let lost = 60_usize.saturating_sub(log.contacts.len());
            prop_assert!(lost <= 3 * damage.len(), "{lost} of 60 rows are lost to {} pieces", damage.len());
        }
    }
}
