"""Reading the rows of the daily work."""
