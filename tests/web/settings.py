"""Settings of the tests: an office in a folder of its own, quick passwords, jobs run by hand."""

import os
import tempfile

os.environ["CCHC_DATA"] = tempfile.mkdtemp(prefix="cchc-tests-")
os.environ.pop("CCHC_TODAY", None)
# Playwright's own loop runs in the thread of the test, which then asks the database directly.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

from cchc.web.settings import *  # noqa: F403
from cchc.web.settings import DATA, DATABASES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file as in the office, with its locks; a database in memory knows no waiting writers.
    DATABASES["default"]["TEST"] = {"NAME": DATA / "tests.sqlite3"}
