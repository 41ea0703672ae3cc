//! What the reader of scenario files accepts, refuses and says.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[test]
fn smoke() {
    for file in ["small-team", "erlang-c", "two-sites"] {
        let path = format!("scenarios/{file}.toml");
        match holdline::scenario::load(std::path::Path::new(&path)) {
            Ok(loaded) => eprintln!("{:?} {:?}", loaded.scenario, loaded.warnings),
            Err(problems) => panic!("{problems}"),
        }
    }
    let _ = std::fs::read_dir("/tmp/hl").map(|dir| for f in dir { let p = f.unwrap().path(); eprintln!("{}\n\n=====", holdline::scenario::load(&p).map(|l| l.warnings.join("\n")).unwrap_or_else(|e| e.to_string())) });
}
