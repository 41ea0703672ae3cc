//! What can go wrong, and the exit status it deserves.

/// Why a command failed.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The command line or an input file is wrong: status 2.
    Input(String),
    /// No staffing meets what was asked: status 3. The message is printed as it is.
    Infeasible(String),
    /// The work itself failed: status 1.
    Work(anyhow::Error),
}

impl Failure {
    pub(crate) fn status(&self) -> u8 {
        match self {
            Self::Work(_) => 1,
            Self::Input(_) => 2,
            Self::Infeasible(_) => 3,
        }
    }

    /// What to tell the user.
    pub(crate) fn message(&self) -> String {
        match self {
            Self::Input(message) | Self::Infeasible(message) => message.clone(),
            Self::Work(error) => format!("error: {error:#}"),
        }
    }
}

impl<E: Into<anyhow::Error>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Work(error.into())
    }
}
