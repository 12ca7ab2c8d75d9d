from django.test import Client

from home.models import HomePage


def test_the_home_page_answers_with_its_headline_and_the_emergency_numbers(
    client: Client, home: HomePage
) -> None:
    text = client.get("/").content.decode()

    assert home.headline in text
    assert 'href="tel:112"' in text
    assert 'href="tel:1522"' in text


def test_a_visit_sets_no_cookie_and_leaves_nothing_in_a_cache(client: Client, home: HomePage) -> None:
    response = client.get("/")

    assert not response.cookies
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Referrer-Policy"] == "no-referrer"


def test_the_policy_allows_only_what_the_page_itself_carries(client: Client, home: HomePage) -> None:
    policy = client.get("/").headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "'sha256-" in policy


def test_a_missing_page_keeps_the_exit_and_the_emergency_numbers(client: Client, home: HomePage) -> None:
    response = client.get("/non-esiste/")

    assert response.status_code == 404
    assert 'class="exit"' in response.content.decode()
    assert 'href="tel:112"' in response.content.decode()
