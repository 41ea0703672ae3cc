//! What the report says and draws, checked on result documents made by hand.

use crate::report_examples as examples;
use holdline::report;

/// Writes every example to a directory to be looked at: `LOOK=/some/dir cargo test look_at -- --ignored`.
#[test]
#[ignore = "makes pictures for the eye"]
fn look_at_everything() {
    let directory = std::path::PathBuf::from(std::env::var("LOOK").unwrap());
    for (name, document) in examples::all() {
        let start = std::time::Instant::now();
        let files = report::write_all(&document, &directory.join(name)).unwrap();
        println!("{name}: {} files in {:?}", files.len(), start.elapsed());
        for width in [80, 140] {
            println!("{}", report::tables(&document, width, false));
        }
        for warning in document.scenarios.iter().flat_map(report::warnings) {
            println!("warning: {warning}");
        }
    }
}
