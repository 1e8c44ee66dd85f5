"""The project's own sample plans and the script that makes them."""
