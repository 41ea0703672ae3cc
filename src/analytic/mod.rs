//! Queueing formulas: stationary queues with one kind of contact and one group of agents.
