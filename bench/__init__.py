"""How fast and how large: every figure beside a raw baseline of the same file in the same run."""
