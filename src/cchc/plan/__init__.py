"""What a plan is: its header, citations, sections, targets, tasks, windows and schedules.

Frozen values, the interchange JSON, the Excel layout (both ways) and findings on a plan.
Does not read documents and does not understand words: that is `deadlines` and `reading`.
"""
