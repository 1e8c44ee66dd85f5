"""The demo office that `cchc serve` opens at its first start: fictional people, real readings."""
