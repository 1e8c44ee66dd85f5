"""Reading what the pages show: facts of a day, counts, the rows behind each count."""
