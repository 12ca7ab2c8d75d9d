"""Accounts of the demonstration, one for each role. Never made outside it: the password is public."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

PASSWORD = "amaranta-demo"  # noqa: S105


@dataclass(frozen=True)
class StaffMember:
    """A demonstration account and the groups that give it its permissions."""

    username: str
    groups: tuple[str, ...] = ()
    is_superuser: bool = False


STAFF = (
    StaffMember("amministrazione", is_superuser=True),
    StaffMember("coordinamento", groups=("Coordinamento",)),
    StaffMember("moderazione", groups=("Moderazione",)),
    StaffMember("chiavi", groups=("Chiavi",)),
    StaffMember("redazione", groups=("Editors",)),
    StaffMember("redazione-bresso", groups=("Redazione Bresso",)),
    StaffMember("redazione-cesate", groups=("Redazione Cesate",)),
)


def build_staff() -> None:
    """Make the accounts that are missing."""
    for member in STAFF:
        user, created = get_user_model().objects.get_or_create(
            username=member.username,
            defaults={
                "email": f"{member.username}@example.org",
                "is_staff": member.is_superuser,
                "is_superuser": member.is_superuser,
            },
        )
        if created:
            user.set_password(PASSWORD)
            user.save()
        user.groups.add(*Group.objects.filter(name__in=member.groups))
