"""Writing the rows of plans: one function for each thing that a person does."""
