"""Who may sign in: users, passwords, sessions, the second factor."""
