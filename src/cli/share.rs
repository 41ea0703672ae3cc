//! Shares on the command line.

/// `0.5%` or `0.005`.
pub(crate) fn share(text: &str) -> Result<f64, String> {
    let (number, whole) = text.strip_suffix('%').map_or((text, 1.0), |number| (number, 100.0));
    let share = number.trim().parse::<f64>().map_err(|_| "write a share such as 0.5% or 0.005".to_owned())? / whole;
    if share.is_finite() { Ok(share) } else { Err("write a share such as 0.5% or 0.005".to_owned()) }
}

/// A share above 0 and below a half, of what is asked of figures.
pub(crate) fn precision(text: &str) -> Result<f64, String> {
    let share = share(text)?;
    if share > 0.0 && share < 0.5 { Ok(share) } else { Err("a precision lies above 0 % and below 50 %".into()) }
}

/// A confidence from a half to below 1.
pub(crate) fn confidence(text: &str) -> Result<f64, String> {
    let share = share(text)?;
    let likely = (0.5..1.0).contains(&share);
    if likely { Ok(share) } else { Err("a confidence lies from 50 % to below 100 %".into()) }
}
