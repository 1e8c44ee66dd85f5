"""Nothing is left out: every address, every step in every state, every state of a reading."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from cchc.web.intake.models import Reading
from cchc.web.plans.life_views import STEPS
from cchc.web.plans.models import PlanVersion
from tests.web.grid.rows import METHODS, Row, addresses, rows_of


def _tables() -> dict[str, str]:
    modules = {
        path.stem: import_module(f"tests.web.grid.{path.stem}")
        for path in sorted(Path(__file__).parent.glob("test_*.py"))
        if path != Path(__file__)
    }
    return {name: one.TABLE for name, one in modules.items() if hasattr(one, "TABLE")}


ROWS: list[Row] = [row for table in _tables().values() for row in rows_of(table)]


def test_every_address_stands_in_a_table_for_get_and_for_post() -> None:
    asked = {(row.method, row.name) for row in ROWS}
    missing = [f"{method} {name}" for name in addresses() for method in METHODS]
    assert not [one for one in missing if tuple(one.split()) not in asked]


def test_no_table_names_an_address_that_is_no_more() -> None:
    assert {row.name for row in ROWS} <= set(addresses())


def test_no_line_stands_twice() -> None:
    lines = [str(row) for row in ROWS]
    assert len(lines) == len(set(lines))


def test_every_step_of_a_plan_is_asked_in_every_state() -> None:
    asked = {str(row) for row in ROWS}
    wanted = [f"POST plans:step {state}/{verb}" for verb in STEPS for state in PlanVersion.State]
    assert not [one for one in wanted if one not in asked]


def test_every_act_on_a_reading_is_asked_in_every_state() -> None:
    asked = {str(row) for row in ROWS}
    acts = ("intake:cancel", "intake:read_again", "intake:archive", "intake:add", "plans:confirm")
    wanted = [f"POST {act} {state}" for act in acts for state in Reading.State]
    assert not [one for one in wanted if one not in asked]
