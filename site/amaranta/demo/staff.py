"""Accounts of the demonstration, one for each role. Never made outside it: the password is public."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from wagtail.models import Locale

from servizi.models import DeskPage
from servizi.statistics_permissions import operators_of

PASSWORD = "amaranta-demo"  # noqa: S105


@dataclass(frozen=True)
class StaffMember:
    """A demonstration account, its groups, and the title of the desk whose operator it is.

    reads_body: it reads the mailbox of the body that has one.
    """

    username: str
    groups: tuple[str, ...] = ()
    desk: str = ""
    is_superuser: bool = False
    reads_body: bool = False


STAFF = (
    StaffMember("amministrazione", is_superuser=True),
    StaffMember("coordinamento", groups=("Coordinamento",)),
    StaffMember("moderazione", groups=("Moderazione",)),
    StaffMember("chiavi", groups=("Chiavi",)),
    StaffMember("redazione", groups=("Chi scrive",)),
    StaffMember("redazione-bresso", groups=("Redazione Bresso",)),
    StaffMember("redazione-cesate", groups=("Redazione Cesate",)),
    StaffMember("operatrice", desk="Spazio Sambuco Bresso (esempio)"),
    StaffMember("operatrice-cinisello", desk="Spazio Sambuco Cinisello (esempio)"),
    StaffMember("operatrice-cesate", desk="Sportello Glicine (esempio)"),
    StaffMember("ente", reads_body=True),
)


OPERATORS = tuple(member for member in STAFF if member.desk)


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
        user.groups.add(*(operators_of(desk) for desk in _desks(member.desk)))
        if member.reads_body:
            user.groups.add(*Group.objects.exclude(body_mailbox=None))


def _desks(title: str) -> QuerySet[DeskPage]:
    found: QuerySet[DeskPage] = DeskPage.objects.filter(title=title, locale=Locale.get_default())
    return found
