"""PDFs for the tests, signed with a certificate of our own making, and what may befall them."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from functools import cache

from asn1crypto import keys, x509
from cryptography import x509 as made_x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.generic import pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko_certvalidator.registry import SimpleCertificateStore
from reportlab.pdfgen import canvas

SIGNER = "Võ Hương Giang"


def plain(text: str = "Ket qua ra soat quy trinh") -> bytes:
    """A PDF of one page that nobody signed."""
    kept = io.BytesIO()
    page = canvas.Canvas(kept)
    page.drawString(100, 700, text)
    page.save()
    return kept.getvalue()


@cache
def _signer() -> signers.SimpleSigner:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = made_x509.Name(
        [
            made_x509.NameAttribute(NameOID.COMMON_NAME, SIGNER),
            made_x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Sở Khoa học và Công nghệ"),
        ]
    )
    begun = datetime.now(UTC) - timedelta(days=1)
    certificate = (
        made_x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(made_x509.random_serial_number())
        .not_valid_before(begun)
        .not_valid_after(begun + timedelta(days=365))
        .sign(key, hashes.SHA256())
    )
    form, bare = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    coded = key.private_bytes(serialization.Encoding.DER, form, bare)
    return signers.SimpleSigner(
        signing_cert=x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER)),
        signing_key=keys.PrivateKeyInfo.load(coded),
        cert_registry=SimpleCertificateStore(),
    )


def signed(data: bytes | None = None, field: str = "ChuKy1") -> bytes:
    """The same PDF with one more signature."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data or plain()))
    meta = signers.PdfSignatureMetadata(field_name=field)
    done = signers.sign_pdf(writer, meta, signer=_signer())
    return bytes(done.getvalue())


def tampered(data: bytes) -> bytes:
    """The signed PDF with one byte of its signed part changed."""
    place = data.index(b"MediaBox") + len("MediaBox [ 0 0 ")
    digit = b"9" if data[place : place + 1] != b"9" else b"8"
    return data[:place] + digit + data[place + 1 :]


def written_on(data: bytes) -> bytes:
    """The signed PDF with something appended after it was signed."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    writer.root["/Lang"] = pdf_string("vi")
    writer.update_root()
    kept = io.BytesIO()
    writer.write(kept)
    return kept.getvalue()
