"""What every screen shares: base pages, style, tags, refusals; no rule of the domain."""
