"""Held-out plans: invented plan files in many layouts, each with its gold by construction.

They judge the reader on layouts it was not written for. Nothing here imports the reader.
"""
