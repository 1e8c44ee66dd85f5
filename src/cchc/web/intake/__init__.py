"""From an uploaded file to a confirmed plan: files kept bit for bit, readings, the review desk."""
