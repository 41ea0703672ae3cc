//! The whole way: from a scenario to a schedule that is simulated, written and read back.
