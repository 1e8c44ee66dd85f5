"""A plan in the form that was asked for: interchange JSON, the Excel layout, or a readable text."""

from __future__ import annotations

import importlib
import json
from enum import StrEnum
from pathlib import Path

from cchc.commands.plan_files import Reading
from cchc.commands.refusal import Refusal
from cchc.deadlines.explain import explain
from cchc.plan.interchange import plan_to_json


class Form(StrEnum):
    JSON = "json"
    TEXT = "text"
    XLSX = "xlsx"


_BY_ENDING = {".json": Form.JSON, ".xlsx": Form.XLSX, ".txt": Form.TEXT}


def form_asked(asked: str | None, output: Path | None, terminal: Form) -> Form:
    """The form named by --format, else by the ending of -o, else the usual one."""
    if asked is not None:
        return Form(asked)
    if output is not None:
        return _BY_ENDING.get(output.suffix.lower(), Form.JSON)
    return terminal


def rendered(reading: Reading, form: Form) -> bytes:
    """The plan in that form, without colours. Raises Refusal for what a workbook cannot hold."""
    match form:
        case Form.JSON:
            keys = plan_to_json(reading.plan, reading.notices_as_json)
            return (json.dumps(keys, ensure_ascii=False, indent=1) + "\n").encode()
        case Form.XLSX:
            return _workbook(reading)
        case Form.TEXT:
            summary = importlib.import_module("cchc.plan.summary")
            text: str = summary.plain_summary(reading.plan, explain)
            return text.encode()


def _workbook(reading: Reading) -> bytes:
    writing = importlib.import_module("cchc.plan.workbook_writing")
    try:
        data: bytes = writing.plan_to_workbook(reading.plan, explain)
    except writing.TextTooLong as error:
        raise Refusal(
            f"Một ô dài quá 32.767 ký tự nên Excel không chứa được («{error}…»); "
            "vui lòng dùng --format json."
        ) from error
    return data
