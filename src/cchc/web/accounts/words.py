"""Words of the account pages that follow from numbers."""

from __future__ import annotations

import math


def waiting_words(seconds: float) -> str:
    """Say how long to wait: «45 giây», «12 phút», «2 giờ»; always rounded up."""
    if seconds < 60:
        return f"{max(1, math.ceil(seconds))} giây"
    if seconds < 3600:
        return f"{math.ceil(seconds / 60)} phút"
    return f"{math.ceil(seconds / 3600)} giờ"
