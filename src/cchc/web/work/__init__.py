"""The daily work: what is due when, progress and its acceptance, reminders."""
