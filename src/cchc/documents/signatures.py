"""What a signed PDF says of its signatures, and whether the bytes still bear it out.

Bytes in, one `Signature` for each signature out; nothing is fetched from anywhere. The digest and
the signature are checked against the certificate that stands in the file. Whether that certificate
can be trusted (its chain, its revocation) is not checked here; whoever shows the result says so.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from importlib import import_module
from typing import Any

_MARK = b"/ByteRange"  # stands in the open in every signed PDF, or the range could not be computed


class Covers(StrEnum):
    """How much of the file a signature vouches for."""

    WHOLE = "whole"
    EARLIER = "earlier"  # something was appended after it was signed
    PART = "part"


class Verdict(StrEnum):
    """What checking the bytes against the certificate in the file came to."""

    GOOD = "good"
    ALTERED = "altered"  # the signed bytes are not those that were signed
    WRONG = "wrong"  # the signature is not by this certificate's key
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature. `signed_at` is what the signer's own machine said; it proves nothing."""

    verdict: Verdict
    signer: str = ""
    organisation: str = ""
    issuer: str = ""
    signed_at: datetime | None = None
    covers: Covers = Covers.PART
    certificate_from: datetime | None = None
    certificate_to: datetime | None = None


def read_signatures(data: bytes) -> tuple[Signature, ...]:
    """Read and check every signature of a PDF, in their order; none where it is not signed."""
    if _MARK not in data:
        return ()
    # Loaded only for signed files: most are not, and the library is large.
    reader, misc = (import_module(f"pyhanko.pdf_utils.{name}") for name in ("reader", "misc"))
    try:
        found = reader.PdfFileReader(io.BytesIO(data), strict=False).embedded_regular_signatures
    except (misc.PdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return (Signature(Verdict.UNREADABLE),)
    return tuple(_checked(one) for one in found)


def _checked(found: Any) -> Signature:
    validation = import_module("pyhanko.sign.validation")
    errors = import_module("pyhanko.sign.validation.errors")
    misc = import_module("pyhanko.pdf_utils.misc")
    context = import_module("pyhanko_certvalidator").ValidationContext(
        trust_roots=[], allow_fetching=False
    )
    try:
        status = validation.validate_pdf_signature(found, signer_validation_context=context)
    except (errors.SignatureValidationError, misc.PdfError, ValueError, KeyError, TypeError):
        return Signature(Verdict.UNREADABLE)
    verdict = Verdict.GOOD if status.valid else Verdict.WRONG
    certificate = status.signing_cert
    names = certificate.subject.native
    return Signature(
        verdict if status.intact else Verdict.ALTERED,
        signer=_text(names.get("common_name")) or certificate.subject.human_friendly,
        organisation=_text(names.get("organization_name")),
        issuer=_text(certificate.issuer.native.get("common_name")),
        signed_at=status.signer_reported_dt,
        covers=_covers(status.coverage.name),
        certificate_from=certificate.not_valid_before,
        certificate_to=certificate.not_valid_after,
    )


def _covers(level: str) -> Covers:
    named = {"ENTIRE_FILE": Covers.WHOLE, "ENTIRE_REVISION": Covers.EARLIER}
    return named.get(level, Covers.PART)


def _text(value: Any) -> str:
    """A name of a certificate: one text, or several."""
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value or "")
