"""Pictures and documents of several hosts, in a bucket; visitors still get them from the portal alone."""

from typing import Any

from botocore.config import Config
from django.conf import settings
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage


class SharedFiles(S3Storage):
    """django-storages' S3, whose addresses are the portal's own: no request leaves to another host."""

    def __init__(self, *, client_config: dict[str, Any], **options: Any) -> None:
        # Addresses with the bucket's name in the path work with every make of server.
        config = Config(s3={"addressing_style": "path"}, signature_version="s3v4", **client_config)
        super().__init__(client_config=config, **options)

    def url(self, name: str, parameters: Any = None, expire: Any = None, http_method: Any = None) -> str:
        return f"{settings.MEDIA_URL}{filepath_to_uri(name)}"
