import pytest

from home.models import HomePage
from tests.contatti.site import ContactSite, build_contact_site


@pytest.fixture
def contact(home: HomePage) -> ContactSite:
    """Return a site whose form works."""
    return build_contact_site(home)
