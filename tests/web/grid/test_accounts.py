"""Signing in and one's own account: open to whoever has a sign-in, whatever they hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from tests.web.grid.rows import Asked, by_address

pytestmark = pytest.mark.django_db

TABLE = """
#                                                         A B C D G H Q V K T P M S L U *
GET  home                             –                   ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ s
POST home                             –                   - - - - - - - - - - - ~ ~ - ~ -
GET  terms                            –                   o o o o o o o o o o o o o o o s
POST terms                            –                   - - - - - - - - - - - - - - - -
GET  accounts:sign_in                 –                   ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ o
POST accounts:sign_in                 –                   ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ >
GET  accounts:sign_in_code            –                   s s s s s s s s s s s s s s s s
POST accounts:sign_in_code            –                   s s s s s s s s s s s s s s s s
GET  accounts:sign_out                –                   - - - - - - - - - - - - - - - -
POST accounts:sign_out                –                   > > > > > > > > > > > > > > > s
GET  accounts:forgotten               –                   o o o o o o o o o o o o o o o o
POST accounts:forgotten               –                   + + + + + + + + + + + + + + + +
GET  accounts:reset                   good                o o o o o o o o o o o o o o o o
GET  accounts:reset                   stale               ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ?
POST accounts:reset                   good                > > > > > > > > > > > > > > > >
POST accounts:reset                   stale               ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ?
GET  accounts:me                      –                   o o o o o o o o o o o o o o o s
POST accounts:me                      –                   - - - - - - - - - - - - - - - -
GET  accounts:change_facts            –                   o o o o o o o o o o o o o o o s
POST accounts:change_facts            –                   > > > > > > > > > > > > > > > s
GET  accounts:change_password         –                   o o o o o o o o o o o o o o o s
POST accounts:change_password         –                   > > > > > > > > > > > > > > > s
GET  accounts:second_factor           –                   o o o o o o o o o o o o o o o s
POST accounts:second_factor           –                   ~ ~ ~ ~ ~ ~ ~ ~ o ~ ~ ~ ~ ~ ~ s
GET  accounts:second_factor_on        –                   m m m m m m m m m m m m m m m s
POST accounts:second_factor_on        –                   m m m m m m m m m m m m m m m s
GET  accounts:second_factor_off       –                   o o o o o o o o o o o o o o o s
POST accounts:second_factor_off       –                   ? ? ? ? ? ? ? ? > ? ? ? ? ? ? s
GET  accounts:recovery_codes          –                   ? ? ? ? ? ? ? ? o ? ? ? ? ? ? s
POST accounts:recovery_codes          –                   ? ? ? ? ? ? ? ? + ? ? ? ? ? ? s
GET  accounts:end_other_sessions      –                   - - - - - - - - - - - - - - - -
POST accounts:end_other_sessions      –                   ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ s
GET  accounts:end_session             own                 - - - - - - - - - - - - - - - -
POST accounts:end_session             own                 > > > > > > > > > > > > > > > s
POST accounts:end_session             another's           . . . . . . . . . . . . . . . s
"""


@pytest.mark.parametrize("rows", by_address(TABLE))
def test_whoever_has_a_sign_in_has_an_account(
    walk: Callable[[Sequence[Asked]], None], rows: list[Asked]
) -> None:
    walk(rows)
