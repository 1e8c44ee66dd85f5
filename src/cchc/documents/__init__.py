"""Bytes of one file → `Document`: blocks and tables, each with the place it stands in the file.

One module a format; `opening.open_document` decides by content which one reads.
Does not know what a plan is: no heading, unit or deadline is understood here.
"""
