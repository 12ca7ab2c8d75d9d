from playwright.sync_api import Page
from tests.browser.watch import DESKTOP, Open, ZOOMED

def test_shots(live_contact, open_page: Open):
    for name, options in {
        "phone": {}, "desktop": {"viewport": DESKTOP}, "dark": {"color_scheme": "dark"}, "zoom": {"viewport": ZOOMED}, "forced": {"forced_colors": "active"},
    }.items():
        page = open_page(**options)
        page.goto("/scrivi/")
        page.screenshot(path=f"/tmp/shots/{name}.png", full_page=True)
    page = open_page()
    page.goto("/scrivi/")
    page.locator(".send .button").click()
    page.screenshot(path="/tmp/shots/errors.png", full_page=False)
    page.get_by_label("No", exact=True).check()
    page.get_by_label("Villa Prova").check()
    page.get_by_label("Con una telefonata").check()
    page.get_by_label("Se vuoi, raccontaci").fill("ciao è una prova\nseconda riga 😀")
    page.get_by_label("A quale numero").fill("000 0000001")
    page.screenshot(path="/tmp/shots/filled.png", full_page=True)
    page.locator(".send .button").click()
    page.wait_for_selector(".received")
    page.screenshot(path="/tmp/shots/received.png", full_page=True)
    print(live_contact.texts()[0])
    page = open_page(java_script_enabled=False)
    page.goto("/scrivi/")
    page.locator(".send .button").click()
    page.screenshot(path="/tmp/shots/nojs-errors.png", full_page=True)
    page.get_by_label("Villa Prova").check()
    page.get_by_label("Un appuntamento").check()
    page.locator(".send .button").click()
    page.screenshot(path="/tmp/shots/nojs-received.png")
    print(page.url)
    print(live_contact.texts())
