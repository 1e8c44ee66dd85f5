"""Reading the rows of plans; every relation that a page shows is fetched here."""
