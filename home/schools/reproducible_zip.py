"""Office files are archives that note when they were packed; ours say the day of their version."""

import datetime as dt
import io
import zipfile


def settled(archive: bytes, day: dt.date) -> bytes:
    """Return an archive packed anew, its members dated: same content, same bytes, whenever it is made."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as given, zipfile.ZipFile(written, "w") as packed:
        for member in given.infolist():
            dated = zipfile.ZipInfo(member.filename, (day.year, day.month, day.day, 0, 0, 0))
            # OpenDocument wants its first member, the media type, as it is (part 2, 3.3).
            packed.writestr(dated, given.read(member), member.compress_type)
    return written.getvalue()
