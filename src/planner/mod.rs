//! How many people, where and when: found from formulas, improved and proven by simulation.
