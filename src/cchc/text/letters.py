"""Vietnamese capitals and small letters for patterns: «[A-Z]» leaves out Đ, Ứ, Ở and the rest."""

from __future__ import annotations

import re

UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
LOWER = "a-zàáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a pattern in which ``{U}`` and ``{L}`` (inside brackets) stand for the letters.

    ``pattern("[{U}][{L}]+")`` matches «Ủy» and «Đà».
    """
    return re.compile(source.replace("{U}", UPPER).replace("{L}", LOWER), flags)
