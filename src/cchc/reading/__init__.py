"""Documents → plan: header, citations, sections, targets, columns, tasks, report windows.

In: `Document`s of one plan. Out: `Plan` with traces and findings. Opens no files.
"""
