"""Who sees referred cases: operators and bodies their own, who coordinates counts, editors nothing."""

from typing import Any

from contatti.console.rights import coordinates
from contatti.readers import mailboxes_read_by


def may_see(user: Any) -> bool:
    """Tell whether the list of referred cases has anything for somebody."""
    return coordinates(user) or mailboxes_read_by(user).exists()
