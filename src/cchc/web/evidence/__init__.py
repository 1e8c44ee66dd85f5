"""What proves the work: files and documents on record, what they prove, and that they are whole."""
