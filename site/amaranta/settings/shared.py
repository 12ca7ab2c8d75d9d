"""Pictures and documents in a bucket that several hosts share (S3 or what speaks like it)."""

from typing import Any

from environs import validate

from amaranta.settings import values
from amaranta.settings.places import env

S3_OPTIONS: dict[str, Any] = {}
if bucket := env.str("AMARANTA_S3_BUCKET", ""):
    values.need_package("storages", "AMARANTA_S3_BUCKET", "hosts")
    S3_OPTIONS = {
        "bucket_name": bucket,
        "endpoint_url": env.str("AMARANTA_S3_ENDPOINT", validate=validate.URL(require_tld=False)),
        "region_name": env.str("AMARANTA_S3_REGION"),
        "access_key": env.str("AMARANTA_S3_KEY"),
        "secret_key": env.str("AMARANTA_S3_SECRET"),
        # Nobody but the portal reads the bucket: it decides for each file whether a published page shows it.
        "default_acl": "private",
        "querystring_auth": True,
        "file_overwrite": False,
        # A store whose host is gone costs a picture, not the threads that everybody needs.
        "client_config": {"connect_timeout": 2, "read_timeout": 5, "retries": {"total_max_attempts": 2}},
    }
