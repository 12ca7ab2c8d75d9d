"""Presses of Shift, and everything else that happens to hold it down."""

from collections.abc import Callable

from playwright.sync_api import Page

Act = Callable[[Page], None]


def shift(page: Page, times: int = 3) -> None:
    for _ in range(times):
        page.keyboard.press("Shift")


def with_shift_down(page: Page, act: Callable[[], None]) -> None:
    page.keyboard.down("Shift")
    act()
    page.keyboard.up("Shift")


def click_with_shift_three_times(page: Page) -> None:
    for _ in range(3):
        with_shift_down(page, lambda: page.mouse.click(200, 300))


def turn_the_wheel_with_shift_three_times(page: Page) -> None:
    for _ in range(3):
        with_shift_down(page, lambda: page.mouse.wheel(0, 40))
        # The wheel is told later than keys; whatever it does must not depend on when.
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def both_shifts_and_one_more(page: Page) -> None:
    for act in (page.keyboard.down, page.keyboard.up):
        for key in ("ShiftLeft", "ShiftRight"):
            act(key)
    shift(page, 1)


def the_third_makes_a_capital(page: Page) -> None:
    shift(page, 2)
    page.keyboard.press("Shift+A")


def a_click_before_the_third(page: Page) -> None:
    shift(page, 2)
    page.mouse.click(200, 300)
    shift(page, 1)


def a_turn_of_the_wheel_before_the_third(page: Page) -> None:
    shift(page, 2)
    page.evaluate("document.body.dispatchEvent(new WheelEvent('wheel', { bubbles: true }))")
    shift(page, 1)


def a_touch_before_the_third(page: Page) -> None:
    shift(page, 2)
    page.evaluate("document.body.dispatchEvent(new Event('touchstart', { bubbles: true }))")
    shift(page, 1)


def another_key_before_the_third(page: Page) -> None:
    shift(page, 2)
    page.keyboard.press("ArrowDown")
    shift(page, 1)


def holding_it_down(page: Page) -> None:
    for _ in range(9):
        page.keyboard.down("Shift")
    page.keyboard.up("Shift")


def beside_the_other_keys_of_a_shortcut(page: Page) -> None:
    for key in ("Control", "Alt", "Meta"):
        page.keyboard.down(key)
        shift(page)
        page.keyboard.up(key)


def told_three_times(page: Page, **more: bool) -> None:
    """Tell the page of presses in a state that the test's keyboard cannot be in."""
    page.evaluate(
        """(more) => {
            for (const type of ["keydown", "keyup", "keydown", "keyup", "keydown", "keyup"])
                document.body.dispatchEvent(new KeyboardEvent(type, { key: "Shift", bubbles: true, ...more }));
        }""",
        more,
    )


def beside_the_key_for_third_signs(page: Page) -> None:
    told_three_times(page, modifierAltGraph=True)


def within_a_word_that_is_being_composed(page: Page) -> None:
    told_three_times(page, isComposing=True)


def releasing_a_letter_after_it(page: Page) -> None:
    for _ in range(3):
        page.keyboard.down("a")
        page.keyboard.down("Shift")
        page.keyboard.up("a")
        page.keyboard.up("Shift")


def with_the_mouse_button_down(page: Page) -> None:
    page.mouse.move(200, 300)
    page.mouse.down()
    shift(page)
    page.mouse.up()


def with_a_letter_down(page: Page) -> None:
    page.keyboard.down("a")
    shift(page)
    page.keyboard.up("a")


def words_that_come_without_a_key_before_the_third(page: Page) -> None:
    shift(page, 2)
    page.evaluate("document.body.dispatchEvent(new InputEvent('input', { bubbles: true }))")
    shift(page, 1)


STAYING = [
    click_with_shift_three_times, turn_the_wheel_with_shift_three_times, both_shifts_and_one_more,
    the_third_makes_a_capital, a_click_before_the_third, a_turn_of_the_wheel_before_the_third,
    a_touch_before_the_third, another_key_before_the_third, holding_it_down,
    beside_the_other_keys_of_a_shortcut, beside_the_key_for_third_signs, within_a_word_that_is_being_composed, releasing_a_letter_after_it,
    with_the_mouse_button_down, with_a_letter_down, words_that_come_without_a_key_before_the_third,
]  # fmt: skip
