//! Contact logs read from files.

#[test]
#[ignore]
fn by_hand() {
    use holdline::history::*;
    let paths: Vec<_> = std::env::var("LOGS").unwrap().split(',').map(Into::into).collect();
    let mapping = std::env::var("MAPPING").ok().map(|p| Mapping::load(p.as_ref()).unwrap_or_else(|e| panic!("{e}")));
    let log = read(&paths, mapping.as_ref(), &mut |_, _| ()).unwrap_or_else(|e| panic!("{e}"));
    for f in &log.files { println!("{:?} {:?}", f.path, f.layout); for c in &f.columns { println!("   {} : {:?} {}", c.column, c.roles, c.content) } }
    println!("rows {} contacts {} left out {}", log.faults.rows(), log.contacts.len(), log.faults.left_out());
    for d in log.faults.dropped() { println!("  dropped {} {} {:?}", d.because, d.found.count, d.found.example) }
    for (f, x) in log.faults.found() { println!("  {:?} {} {}: {} | {:?}", f.effect(), x.count, f.title(), f.rule(), x.example) }
    println!("days {} from {:?} to {:?}; agents {}", log.days.len(), log.days.first().map(|d| d.date), log.days.last().map(|d| d.date), log.agents.len());
    for d in log.days.iter().filter(|d| d.doubt.is_some()) { println!("   {} {:?} {}", d.date, d.doubt, d.contacts.len()) }
    for (k, name) in log.kinds.iter().enumerate() {
        let of: Vec<_> = log.contacts.iter().filter(|c| usize::from(c.kind) == k).collect();
        let a: Vec<_> = of.iter().filter(|c| c.is_answered()).collect();
        let b: Vec<_> = of.iter().filter(|c| c.is_abandoned()).collect();
        let h: f64 = a.iter().filter_map(|c| c.handle()).sum::<f64>() / a.len() as f64;
        println!("{name}: {} answered {} abandoned {} other {} handle {h:.1} wait answered {:.1} abandoned {:.1}", of.len(), a.len(), b.len(), of.len()-a.len()-b.len(), a.iter().map(|c| c.wait).sum::<f64>() / a.len() as f64, b.iter().map(|c| c.wait).sum::<f64>() / b.len() as f64);
    }
}
