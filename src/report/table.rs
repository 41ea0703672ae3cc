//! stub
/// stub
pub fn tables(_d: &crate::kpi::ResultDocument, _w: u16, _c: bool) -> String { String::new() }
