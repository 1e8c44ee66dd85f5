"""The grid: every address of the office, who gets which answer; the tables are the specification.

`people` columns · `office` what exists, in every state · `subjects` arguments of addresses ·
`bodies` what a POST sends · `walking` sending · `answers` letters of the cells · `rows` reading a
table · `test_<room>` tables · `test_policies` the policies alone, each person and state.

To add a room: 1. put its rows into `office`, in every state, with the cast; 2. a function for its
arguments in `subjects`, one for its bodies in `bodies`; 3. a file `test_<room>.py` like
`test_record.py`, of its lines without cells: the failure prints what the office answers; judge
each line before you paste it; 4. reasons about the person into `answers`, its policy into
`test_policies`. By default rows ask the columns by turns (`rows`); CCHC_GRID=all: all.
"""
