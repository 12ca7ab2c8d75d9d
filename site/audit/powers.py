"""Who may do what, in words, read from the rights themselves: what is said here is what holds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from wagtail.models import GroupCollectionPermission, GroupPagePermission, Locale, Page

from audit.sentences import DESK, FILES, KEYS, ON_COLLECTIONS, ON_PAGES, PAGES, SECTIONS, SENTENCES
from contatti.sealed.key_change_mails import KEEPS
from home.models import ReviewTask
from servizi.models import DeskOperators

Told = tuple[str | Promise, str]
"""The heading, and the sentence below it."""


@dataclass(frozen=True)
class Role:
    """A group, or what one account has beside its groups: the people, and what they may, by heading."""

    name: str
    people: list[str] = field(default_factory=list)
    sections: list[tuple[str | Promise, list[str]]] = field(default_factory=list)


def every_role() -> list[Role]:
    """Return every role with its people, those who may everything first, empty ones last."""
    users = get_user_model()._default_manager.filter(is_active=True)
    all_powerful = [user.get_username() for user in users.filter(is_superuser=True).order_by("username")]
    roles = [Role(_("Amministrazione"), all_powerful, by_section(_of_administrators()))]
    groups = Group.objects.order_by("name").prefetch_related("user_set")
    for group in groups:
        people = sorted(user.get_username() for user in group.user_set.all() if user.is_active)
        roles.append(Role(group.name, people, by_section(_of_groups([group]))))
    for user in users.filter(user_permissions__isnull=False).distinct().order_by("username"):
        own = by_section(_of_permissions(user.user_permissions.all()))
        roles.append(Role(_("Solo «%(name)s»") % {"name": user.get_username()}, [user.get_username()], own))
    return sorted(roles, key=lambda role: not role.people)


def own_role(user: Any) -> Role:
    """Return what one person may, whatever it follows from."""
    told = list(_of_administrators()) if user.is_superuser else []
    told += _of_groups(user.groups.all())
    if not user.is_superuser:
        told += _of_permissions(user.user_permissions.select_related("content_type"))
    return Role(user.get_username(), sections=by_section(told))


def by_section(told: Iterable[Told]) -> list[tuple[str | Promise, list[str]]]:
    """Put sentences under their headings, each once."""
    kept: dict[str | Promise, list[str]] = {section: [] for section in SECTIONS}
    for section, words in told:
        if words and words not in kept[section]:
            kept[section].append(words)
    return [(section, words) for section, words in kept.items() if words]


def _of_administrators() -> Iterator[Told]:
    yield PAGES, _("scrivere, cambiare, pubblicare e cancellare ogni pagina")
    yield FILES, _("caricare, cambiare e cancellare ogni file che nessuna pagina pubblicata mostra")
    yield SECTIONS[-1], _("creare e cancellare account, dare e togliere ogni ruolo, anche questo")
    yield SECTIONS[-2], _("cambiare le impostazioni, i percorsi di approvazione e gli indirizzi")
    yield KEYS, _("tutto ciò che può chi custodisce le chiavi, con lo stesso sì di una seconda persona")
    yield SECTIONS[2], _("tutto ciò che può chi coordina")
    yield DESK, _("nessuna richiesta: risponde solo chi è nel ruolo di uno sportello")


def _of_groups(groups: Iterable[Group]) -> Iterator[Told]:
    groups = list(groups)
    yield from _of_desks(groups)
    yield from _of_permissions(
        Permission.objects.filter(group__in=groups).select_related("content_type").distinct()
    )
    yield from _of_pages(groups)
    yield from _of_collections(groups)


def _of_desks(groups: list[Group]) -> Iterator[Told]:
    told = (
        (DESK, _("vedere quante richieste ha «%(desk)s», giorno per giorno, e segnare chi le segue")),
        (DESK, _("rispondere, con il codice che sta nella lettera, a chi ha scritto a «%(desk)s»")),
        (DESK, _("fare la propria chiave per «%(desk)s» e mandare il certificato")),
        (KEYS, _("come seconda persona, approvare o fermare i cambi di chiavi e casella di «%(desk)s»")),
    )
    for tie in DeskOperators.objects.filter(group__in=groups).select_related("desk"):
        for section, words in told:
            yield section, words % {"desk": tie.desk.title}


def _of_permissions(permissions: Iterable[Permission]) -> Iterator[Told]:
    keeps = False
    for permission in permissions:
        code = f"{permission.content_type.app_label}.{permission.codename}"
        keeps = keeps or code == KEEPS
        if (said := SENTENCES.get(code)) is not None:
            yield said.section, str(said.words)
        else:
            # Better its bare name than silence; a test finds those that this portal can give.
            yield SECTIONS[-2], permission.name
    if keeps:
        yield KEYS, _("mai da sola: nessuno approva ciò che ha chiesto, nemmeno chi amministra")


def _of_pages(groups: list[Group]) -> Iterator[Told]:
    rights = GroupPagePermission.objects.filter(group__in=groups).select_related("page", "permission")
    names = _names_in_the_main_language(right.page for right in rights)
    for codename, words in ON_PAGES.items():
        pages = {names[right.page.pk]: None for right in rights if right.permission.codename == codename}
        if pages:
            yield PAGES, _listed(words, pages)
    if ReviewTask.objects.filter(groups__in=groups, active=True).exists():
        yield PAGES, _("approvare, o rimandare con un motivo, ciò che le altre mandano in approvazione")


def _of_collections(groups: list[Group]) -> Iterator[Told]:
    rights = GroupCollectionPermission.objects.filter(group__in=groups)
    for right in rights.select_related("collection", "permission"):
        words = str(ON_COLLECTIONS.get(right.permission.codename, right.permission.name))
        yield FILES, words if right.collection.is_root() else _listed(words, [right.collection.name])


def _listed(words: str | Promise, names: Iterable[str]) -> str:
    titles = ", ".join(f"«{name}»" for name in names)
    return _("%(words)s: %(titles)s") % {"words": words, "titles": titles}


def _names_in_the_main_language(pages: Iterable[Page]) -> dict[int, str]:
    """Return the names by the page's number; a page and its translations are called by one."""
    pages = list(pages)
    keys = {page.translation_key for page in pages}
    main = Page.objects.filter(translation_key__in=keys, locale=Locale.get_default())
    titles = dict(main.values_list("translation_key", "title"))
    return {page.pk: titles.get(page.translation_key, page.title) for page in pages}
