"""Writing the rows of the daily work: one function for each thing that a person does."""
