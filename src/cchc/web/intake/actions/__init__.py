"""What people do in this room: taking plans in, reviewing them, saying what unit names mean."""
