"""Words → schedule → due days: the deadline language and the working calendar.

Vocabulary stands apart from grammar; the year, today and the calendar are arguments.
What is not understood is `Unclear` and verbatim, never guessed.
"""

from cchc.deadlines.calendar import WorkingCalendar
from cchc.deadlines.calendar_tables import default_calendar
from cchc.deadlines.due import due_days
from cchc.deadlines.explain import explain
from cchc.deadlines.grammar import understand

__all__ = ["WorkingCalendar", "default_calendar", "due_days", "explain", "understand"]
