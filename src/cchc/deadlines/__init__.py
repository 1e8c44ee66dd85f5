"""Words → schedule → due days: the deadline language and the working calendar.

Vocabulary stands apart from grammar; the year, today and the calendar are arguments.
What is not understood is `Unclear` and verbatim, never guessed.
"""

from cchc.deadlines.grammar import understand

__all__ = ["understand"]
