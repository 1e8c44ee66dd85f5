"""The grid: every address of the office, who gets which answer; a table for each app."""
