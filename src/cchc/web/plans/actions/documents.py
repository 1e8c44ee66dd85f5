"""The register of legal documents: entered, corrected, replaced, put away."""

from __future__ import annotations

from datetime import date
from typing import Any

from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.intake.files import KeptFile
from cchc.web.organisation.models import Unit
from cchc.web.plans.actions.attaching import attach
from cchc.web.plans.models import LegalDocument
from cchc.web.plans.models.plan import document_key
from cchc.web.plans.policy import may_keep_documents, startable_units
from cchc.web.plans.reasons import PlanReason
from cchc.web.ui.refusals import permit, refuse


def save_document(
    *,
    by: User,
    on: date,
    document: LegalDocument | None,
    fields: dict[str, Any],
    file: KeptFile | None = None,
    expected: int | None = None,
) -> LegalDocument:
    """Enter or correct a document; a `file` takes the place of the one attached before.

    Raises RuleViolation for a document that is known already.
    """
    permit(may_keep_documents(by, on=on))
    key = document_key(fields["number"], fields["doc_type"])
    same = LegalDocument.objects.filter(key=key, archived_at=None)
    if same.exclude(pk=document.pk if document else 0).exists():
        refuse(PlanReason.DOCUMENT_KNOWN, name=f"{fields['doc_type']} {fields['number']}".strip())
    _check_replacement(document, fields.get("replaced_by"))
    with acting("plans.save_document", by=by) as act:
        if file is not None:
            fields = {**fields, "file": attach(act, file, office=_office_of(by, on), by=by)}
        if document is None:
            return act.create(LegalDocument(**fields))
        return act.change(document, expected=expected, **fields)


def _office_of(by: User, on: date) -> Unit:
    """The office for which a coordinator keeps the register: the topmost they coordinate."""
    return startable_units(by, on).order_by("path")[0]


def _check_replacement(document: LegalDocument | None, newer: LegalDocument | None) -> None:
    while document is not None and newer is not None:
        if newer.pk == document.pk:
            refuse(PlanReason.DOCUMENT_CIRCLE)
        newer = newer.replaced_by


def archive_document(
    *, by: User, on: date, document: LegalDocument, reason: str, expected: int | None = None
) -> None:
    """Put a document away that no plan cites."""
    permit(may_keep_documents(by, on=on))
    cited = document.cited_in.filter(plan_version__archived_at=None)
    plans = cited.order_by().values("plan_version__plan").distinct().count()
    if plans:
        refuse(PlanReason.DOCUMENT_CITED, name=document, count=plans)
    with acting("plans.archive_document", by=by, reason=reason) as act:
        act.archive(document, reason=reason, expected=expected)
