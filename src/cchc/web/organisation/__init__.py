"""Units over time and the people in them: positions, acting officers, succession."""
