"""Adding evidence, tying it to what it proves, confirming, putting away, checking its files."""
