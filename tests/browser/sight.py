"""What a reader would see and a machine can measure: faults of a page as it stands in the browser."""

from playwright.sync_api import Page

# Boxes that hold what is meant to be cut or scrolled, and what is only for screen readers.
MEANT = ".scroll *, .street, .street *, .scene *, .art, .art *, .hidden, .hidden *, .skip, .exit-note"

WIDER = """meant => {
    const width = document.documentElement.clientWidth;
    const faults = document.documentElement.scrollWidth > width ? ["the page scrolls sideways"] : [];
    for (const node of document.body.querySelectorAll("*")) {
        const box = node.getBoundingClientRect();
        if (!node.checkVisibility() || box.width <= 2 || node.matches(meant)) continue;
        if (box.right > width + 1 || box.left < -1) faults.push(`out of sight: ${node.outerHTML.slice(0, 90)}`);
        const style = getComputedStyle(node);
        const cuts = style.overflowX !== "visible" && style.display !== "inline" && !node.matches(".scroll, textarea");
        if (cuts && node.scrollWidth > node.clientWidth + 1) faults.push(`cut: ${node.outerHTML.slice(0, 90)}`);
    }
    return faults.slice(0, 4);
}"""

EXIT = """async () => {
    // The bar tells its height to the page in the frame after a change.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    const link = document.querySelector(".exit .exit-link");
    const box = link.getBoundingClientRect();
    const bar = link.closest(".exit").getBoundingClientRect();
    const found = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const faults = link.contains(found) ? [] : ["the exit does not take the tap"];
    if (box.left < 0 || box.right > innerWidth || box.top < 0 || box.bottom > innerHeight)
        faults.push("the exit is not on the screen");
    if (bar.height > innerHeight / 3) faults.push(`the bar takes ${bar.height} of ${innerHeight}`);
    for (const node of document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")) {
        if (!node.checkVisibility() || node.closest(".exit") || node.matches(".skip")) continue;
        node.focus();
        if (node !== document.activeElement) continue;
        const focused = node.getBoundingClientRect();
        const beside = focused.right <= bar.left || focused.left >= bar.right;
        if (focused.height < bar.top && ((!beside && focused.bottom > bar.top + 1) || focused.top < -1))
            faults.push(`under the bar: ${node.outerHTML.slice(0, 90)}`);
    }
    scrollTo(0, 0);
    return faults.slice(0, 4);
}"""


def faults_of_room(tab: Page) -> list[str]:
    """Return what reaches out of the screen or is cut off, everything that opens being open."""
    tab.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
    found: list[str] = tab.evaluate(WIDER, MEANT)
    return found


def faults_of_exit(tab: Page) -> list[str]:
    """Return why the exit would not be taken, or what it covers when it has the focus."""
    found: list[str] = tab.evaluate(EXIT)
    return found
