"""Vietnamese text: what letters, words, labels and numbers are, before any document is known.

In: strings. Out: strings and small values. Knows nothing of files, plans or deadlines.
"""
