"""Two desks of a small network, an operator of the first and a coordinator."""

from datetime import date

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from amaranta.demo.desks import build_comuni, build_desk, build_desk_index
from amaranta.demo.figures import build_figures_page, build_sheet
from home.models import HomePage
from servizi.models import DeskPage, FigureSheet, FiguresPage
from servizi.statistics.counts import Counts
from servizi.statistics_permissions import COORDINATORS, operators_of
from tests.accounts import signed_in

from .sheets import network

YEAR = date(2020, 1, 1), date(2020, 12, 31)


@pytest.fixture
def desks(home: HomePage) -> list[DeskPage]:
    index, comuni = build_desk_index(home), list(build_comuni().values())
    return [
        build_desk(index, name, comune) for name, comune in zip(("Primo", "Secondo"), comuni, strict=False)
    ]


@pytest.fixture
def page(home: HomePage) -> FiguresPage:
    return build_figures_page(home)


@pytest.fixture
def counts() -> list[Counts]:
    return [desk.counts for desk in network((60, 34), seed=3)]


@pytest.fixture
def sheets(desks: list[DeskPage], counts: list[Counts]) -> list[FigureSheet]:
    """A complete year of both desks."""
    return [build_sheet(desk, *YEAR, numbers, months=12) for desk, numbers in zip(desks, counts, strict=True)]


def login(name: str, group: Group) -> Client:
    user = User.objects.create_user(name)
    user.groups.add(group)
    return signed_in(user)


@pytest.fixture
def operator(desks: list[DeskPage]) -> Client:
    """Somebody who works at the first desk."""
    return login("operatrice", operators_of(desks[0]))


@pytest.fixture
def coordinator(desks: list[DeskPage]) -> Client:
    return login("coordinatrice", Group.objects.get(name=COORDINATORS))
