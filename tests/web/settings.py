"""Settings of the tests: an office in a folder of its own, quick passwords, jobs run by hand."""

import os
import tempfile

os.environ["CCHC_DATA"] = tempfile.mkdtemp(prefix="cchc-tests-")
os.environ.pop("CCHC_TODAY", None)

from cchc.web.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
