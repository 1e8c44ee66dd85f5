"""The life of a plan: every step on a plan in every state."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from tests.web.grid.rows import Asked, by_address

pytestmark = pytest.mark.django_db

TABLE = """
#                                                         A B C D G H Q V K T P M S L U *
# The life of a plan
GET  plans:step                       draft/trinh         o . . . . . . . . . . x x o x s
GET  plans:step                       submitted/trinh     z . . . x . . . . . . x x z x s
GET  plans:step                       approved/trinh      z . . . x . . . . . . x x z x s
GET  plans:step                       issued/trinh        z x x . x x . x x . x x x z x s
GET  plans:step                       amended/trinh       z x x . x x . x x . x x x z x s
POST plans:step                       draft/trinh         > . . . . . . . . . . x x > x s
POST plans:step                       submitted/trinh     z . . . x . . . . . . x x z x s
POST plans:step                       returned/trinh      > . . . x . . . . . . x x > x s
POST plans:step                       approved/trinh      z . . . x . . . . . . x x z x s
POST plans:step                       issued/trinh        z x x . x x . x x . x x x z x s
POST plans:step                       superseded/trinh    z x x . x x . x x . x x x z x s
POST plans:step                       closed/trinh        z x x . x x . x x . x x x z x s
POST plans:step                       amended/trinh       z x x . x x . x x . x x x z x s
POST plans:step                       amendment/trinh     > . . . . . . . . . . x x > x s
POST plans:step                       justice/trinh       . . . x . x . . . z . x x . x s
POST plans:step                       discarded/trinh     . . . . . . . . . . . x x . x s
GET  plans:step                       draft/tra-lai       x . . . . . . . . . . x x x x s
GET  plans:step                       submitted/tra-lai   x . . . o . . . . . . x x x x s
GET  plans:step                       approved/tra-lai    x . . . z . . . . . . x x x x s
GET  plans:step                       issued/tra-lai      x x x . z x . x x . x x x x x s
GET  plans:step                       amended/tra-lai     x x x . z x . x x . x x x x x s
POST plans:step                       draft/tra-lai       x . . . . . . . . . . x x x x s
POST plans:step                       submitted/tra-lai   x . . . > . . . . . . x x x x s
POST plans:step                       returned/tra-lai    x . . . z . . . . . . x x x x s
POST plans:step                       approved/tra-lai    x . . . z . . . . . . x x x x s
POST plans:step                       issued/tra-lai      x x x . z x . x x . x x x x x s
POST plans:step                       superseded/tra-lai  x x x . z x . x x . x x x x x s
POST plans:step                       closed/tra-lai      x x x . z x . x x . x x x x x s
POST plans:step                       amended/tra-lai     x x x . z x . x x . x x x x x s
POST plans:step                       amendment/tra-lai   x . . . . . . . . . . x x x x s
POST plans:step                       justice/tra-lai     . . . x . x . . . x . x x . x s
GET  plans:step                       draft/duyet         x . . . . . . . . . . x x x x s
GET  plans:step                       submitted/duyet     x . . . o . . . . . . x x x x s
GET  plans:step                       approved/duyet      x . . . z . . . . . . x x x x s
GET  plans:step                       issued/duyet        x x x . z x . x x . x x x x x s
GET  plans:step                       amended/duyet       x x x . z x . x x . x x x x x s
POST plans:step                       draft/duyet         x . . . . . . . . . . x x x x s
POST plans:step                       submitted/duyet     x . . . > . . . . . . x x x x s
POST plans:step                       returned/duyet      x . . . z . . . . . . x x x x s
POST plans:step                       approved/duyet      x . . . z . . . . . . x x x x s
POST plans:step                       issued/duyet        x x x . z x . x x . x x x x x s
POST plans:step                       superseded/duyet    x x x . z x . x x . x x x x x s
POST plans:step                       closed/duyet        x x x . z x . x x . x x x x x s
POST plans:step                       amended/duyet       x x x . z x . x x . x x x x x s
POST plans:step                       amendment/duyet     x . . . . . . . . . . x x x x s
POST plans:step                       justice/duyet       . . . x . x . . . x . x x . x s
POST plans:step                       discarded/duyet     . . . . . . . . . . . x x . x s
GET  plans:step                       draft/ban-hanh      z . . . . . . . . . . x x z x s
GET  plans:step                       submitted/ban-hanh  z . . . x . . . . . . x x z x s
GET  plans:step                       approved/ban-hanh   o . . . x . . . . . . x x o x s
GET  plans:step                       issued/ban-hanh     z x x . x x . x x . x x x z x s
GET  plans:step                       amended/ban-hanh    z x x . x x . x x . x x x z x s
POST plans:step                       draft/ban-hanh      z . . . . . . . . . . x x z x s
POST plans:step                       submitted/ban-hanh  z . . . x . . . . . . x x z x s
POST plans:step                       returned/ban-hanh   z . . . x . . . . . . x x z x s
POST plans:step                       approved/ban-hanh   > . . . x . . . . . . x x > x s
POST plans:step                       issued/ban-hanh     z x x . x x . x x . x x x z x s
POST plans:step                       superseded/ban-hanh z x x . x x . x x . x x x z x s
POST plans:step                       closed/ban-hanh     z x x . x x . x x . x x x z x s
POST plans:step                       amended/ban-hanh    z x x . x x . x x . x x x z x s
POST plans:step                       amendment/ban-hanh  z . . . . . . . . . . x x z x s
POST plans:step                       justice/ban-hanh    . . . x . x . . . z . x x . x s
GET  plans:step                       draft/sua-doi       z . . . . . . . . . . x x z x s
GET  plans:step                       submitted/sua-doi   z . . . x . . . . . . x x z x s
GET  plans:step                       approved/sua-doi    z . . . x . . . . . . x x z x s
GET  plans:step                       issued/sua-doi      o x x . x x . x x . x x x o x s
GET  plans:step                       amended/sua-doi     z x x . x x . x x . x x x z x s
POST plans:step                       draft/sua-doi       z . . . . . . . . . . x x z x s
POST plans:step                       submitted/sua-doi   z . . . x . . . . . . x x z x s
POST plans:step                       returned/sua-doi    z . . . x . . . . . . x x z x s
POST plans:step                       approved/sua-doi    z . . . x . . . . . . x x z x s
POST plans:step                       issued/sua-doi      > x x . x x . x x . x x x > x s
POST plans:step                       superseded/sua-doi  z x x . x x . x x . x x x z x s
POST plans:step                       closed/sua-doi      z x x . x x . x x . x x x z x s
POST plans:step                       amended/sua-doi     z x x . x x . x x . x x x z x s
POST plans:step                       amendment/sua-doi   z . . . . . . . . . . x x z x s
POST plans:step                       justice/sua-doi     . . . x . x . . . > . x x . x s
GET  plans:step                       draft/ket-thuc      z . . . . . . . . . . x x z x s
GET  plans:step                       submitted/ket-thuc  z . . . x . . . . . . x x z x s
GET  plans:step                       approved/ket-thuc   z . . . x . . . . . . x x z x s
GET  plans:step                       issued/ket-thuc     o x x . x x . x x . x x x o x s
GET  plans:step                       amended/ket-thuc    z x x . x x . x x . x x x z x s
POST plans:step                       draft/ket-thuc      z . . . . . . . . . . x x z x s
POST plans:step                       submitted/ket-thuc  z . . . x . . . . . . x x z x s
POST plans:step                       returned/ket-thuc   z . . . x . . . . . . x x z x s
POST plans:step                       approved/ket-thuc   z . . . x . . . . . . x x z x s
POST plans:step                       issued/ket-thuc     > x x . x x . x x . x x x > x s
POST plans:step                       superseded/ket-thuc z x x . x x . x x . x x x z x s
POST plans:step                       closed/ket-thuc     z x x . x x . x x . x x x z x s
POST plans:step                       amended/ket-thuc    z x x . x x . x x . x x x z x s
POST plans:step                       amendment/ket-thuc  z . . . . . . . . . . x x z x s
POST plans:step                       justice/ket-thuc    . . . x . x . . . > . x x . x s
GET  plans:step                       draft/bo            o . . . . . . . . . . x x o x s
GET  plans:step                       submitted/bo        z . . . x . . . . . . x x z x s
GET  plans:step                       approved/bo         z . . . x . . . . . . x x z x s
GET  plans:step                       issued/bo           z x x . x x . x x . x x x z x s
GET  plans:step                       amended/bo          z x x . x x . x x . x x x z x s
POST plans:step                       draft/bo            > . . . . . . . . . . x x > x s
POST plans:step                       submitted/bo        z . . . x . . . . . . x x z x s
POST plans:step                       returned/bo         > . . . x . . . . . . x x > x s
POST plans:step                       approved/bo         z . . . x . . . . . . x x z x s
POST plans:step                       issued/bo           z x x . x x . x x . x x x z x s
POST plans:step                       superseded/bo       z x x . x x . x x . x x x z x s
POST plans:step                       closed/bo           z x x . x x . x x . x x x z x s
POST plans:step                       amended/bo          z x x . x x . x x . x x x z x s
POST plans:step                       amendment/bo        > . . . . . . . . . . x x > x s
POST plans:step                       justice/bo          . . . x . x . . . z . x x . x s
GET  plans:step                       draft/khac          . . . . . . . . . . . x x . x s
POST plans:step                       draft/khac          . . . . . . . . . . . x x . x s
"""


@pytest.mark.parametrize("rows", by_address(TABLE))
def test_each_step_is_for_one_role_in_one_state(
    walk: Callable[[Sequence[Asked]], None], rows: list[Asked]
) -> None:
    walk(rows)
