//! Rows that are no contacts by their very form.

use super::fault::Fault;
use super::row::Row;
use super::survey::Survey;

/// First words of a row of totals.
const TOTALS: [&str; 10] =
    ["total", "totals", "grand total", "sum", "average", "summe", "gesamt", "somme", "합계", "총계"];

/// Why a row is no contact, if it is none; what can be mended of its form is mended.
pub(super) fn sift(row: &mut Row, survey: &Survey) -> Option<Fault> {
    let columns = survey.columns.len();
    if row.endless {
        return Some(Fault::LongRow);
    }
    if row.line < survey.header_line {
        return Some(Fault::BeforeHeader);
    }
    if row.is_blank() {
        return Some(Fault::BlankRow);
    }
    if row.raw.trim_start().starts_with('#') && row.len() != columns {
        return Some(Fault::CommentRow);
    }
    if is_total(row) {
        return Some(Fault::TotalsRow);
    }
    row.without_extra(columns);
    if row.len() != columns {
        return Some(if row.unfinished && row.len() < columns { Fault::CutOffRow } else { Fault::WrongFieldCount });
    }
    if survey.header_line > 0 && row.fields().eq(survey.names()) {
        return Some(Fault::RepeatedHeader);
    }
    None
}

fn is_total(row: &Row) -> bool {
    let first = row.fields().find(|field| !field.is_empty()).unwrap_or_default();
    let word = first.trim_end_matches([':', ' ']);
    word.len() < 16 && TOTALS.iter().any(|total| word.eq_ignore_ascii_case(total))
}
