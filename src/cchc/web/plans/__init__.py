"""Plans as the office lives them: drafted, approved, issued, amended, and read by everyone."""
