//! Ten million contacts need less than 1 GB.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::workplace::empty;

/// A sixty-fourth and a sixteenth of ten million: tables of hashes, which grow by doubling, are then as full as they are
/// at ten million.
const FEW: u32 = 10_000_000 / 64;
const MANY: u32 = 4 * FEW;
/// Contacts of a day.
const A_DAY: u32 = 20_000;

/// A log in whole seconds with customers and agents, three types and no rhyme.
fn write_log(file: &Path, contacts: u32) {
    let mut out = std::io::BufWriter::new(std::fs::File::create(file).unwrap());
    let mut text = "arrived,queue,wait,outcome,handle time,agent,caller\n".to_owned();
    for number in 0..contacts {
        let (day, second) = (number / A_DAY, 8 * 3_600 + number % A_DAY * 2);
        let mix = number.wrapping_mul(2_654_435_761) >> 8;
        let date = jiff::civil::date(2025, 1, 6).checked_add(jiff::Span::new().days(i64::from(day))).unwrap();
        let clock = format!("{:02}:{:02}:{:02}", second / 3_600, second / 60 % 60, second % 60);
        let (kind, wait, customer) =
            (["sales", "service", "billing"][mix as usize % 3], mix % 97, mix % (contacts / 4));
        // Writing to a string cannot fail.
        let _ = match mix % 13 {
            0 => writeln!(text, "{date} {clock},{kind},{wait},abandoned,,,c{customer}"),
            _ => writeln!(text, "{date} {clock},{kind},{wait},answered,{},a{},c{customer}", mix % 601, mix % 199),
        };
        if text.len() > 1 << 16 {
            out.write_all(text.as_bytes()).unwrap();
            text.clear();
        }
    }
    out.write_all(text.as_bytes()).unwrap();
}

/// The most memory that a fit of so many contacts takes, in bytes, as the kernel tells it while the command runs; what it
/// takes between the last look and the end is not seen, and the end frees memory.
fn peak(folder: &Path, contacts: u32) -> f64 {
    write_log(&folder.join("log.csv"), contacts);
    let mut command = Command::new(env!("CARGO_BIN_EXE_holdline"));
    command.current_dir(folder).args(["fit", "log.csv", "--out", "fitted.toml", "--quiet", "--threads", "2"]);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0.0_f64;
    while child.try_wait().unwrap().is_none() {
        let told = std::fs::read_to_string(&status).unwrap_or_default();
        let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok());
        most = most.max(1024.0 * kilobytes.unwrap_or(0.0));
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    assert!(child.wait().unwrap().success());
    most
}

/// What n and 4 n contacts take tells what each takes, and ten million of them: `peak(4 n) + (10 000 000 - 4 n) growth`.
#[test]
#[cfg(target_os = "linux")]
#[cfg_attr(debug_assertions, ignore = "most of a million contacts: cargo test --profile tests")]
fn ten_million_contacts_with_customers_need_less_than_a_gigabyte() {
    let folder = empty("fit_memory", "growth");
    let (few, many) = (peak(&folder, FEW), peak(&folder, MANY));
    let growth = (many - few) / f64::from(MANY - FEW);
    let ten_million = many + f64::from(10_000_000 - MANY) * growth;
    println!("{:.0} MB, {:.0} MB, {growth:.1} bytes a contact, {:.0} MB", few / 1e6, many / 1e6, ten_million / 1e6);
    assert!(ten_million < 1e9, "{few} and {many} bytes: {growth} a contact, {ten_million} for ten million");
    let _ = std::fs::remove_file(folder.join("log.csv"));
}
