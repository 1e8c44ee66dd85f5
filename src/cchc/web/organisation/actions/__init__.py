"""Writing units, positions, successions and hand-overs: one use case, one function."""
