"""What each `cchc` command does, one module a command; `cli.py` only knows their arguments."""
