"""How the editable form looks: styles of OpenDocument (ISO/IEC 26300-1, 16), with real names to restyle."""

from collections.abc import Iterator

from odfdo import Document, Element, XmlPart

ACCENT = "#9d1d48"
STEP, HANGING = 0.63, 0.63
"""Centimetres by which each level of a list goes in, and by which its sign stands out."""

PARAGRAPHS = {
    "Standard": ("", 'fo:margin-bottom="0.2cm" fo:line-height="120%"', 'fo:font-size="11pt"'),
    "Heading": ("Standard", 'fo:keep-with-next="always"', 'fo:font-weight="bold"'),
    "Heading_20_1": (
        "Heading",
        'fo:margin-bottom="0.3cm"',
        f'fo:font-size="20pt" fo:color="{ACCENT}" fo:font-weight="bold"',
    ),
    "Heading_20_2": ("Heading", 'fo:margin-top="0.6cm" fo:margin-bottom="0.2cm"', 'fo:font-size="14pt"'),
    "Heading_20_3": ("Heading", 'fo:margin-top="0.4cm" fo:margin-bottom="0.1cm"', 'fo:font-size="12pt"'),
    "Heading_20_4": ("Heading", 'fo:margin-top="0.3cm" fo:margin-bottom="0.1cm"', 'fo:font-size="11pt"'),
    "Kind": ("Standard", 'fo:margin-bottom="0.1cm"', f'fo:color="{ACCENT}" fo:font-size="10pt"'),
    "Lead": ("Standard", 'fo:margin-bottom="0.4cm"', 'fo:font-size="13pt"'),
    "Caption": (
        "Standard",
        'fo:margin-top="0.4cm" fo:keep-with-next="always"',
        'fo:font-weight="bold" fo:font-style="normal" fo:font-size="11pt"',
    ),
    "Clock": (
        "Standard",
        'fo:margin-bottom="0.1cm" fo:keep-with-next="always"',
        f'fo:color="{ACCENT}" fo:font-weight="bold" fo:font-size="10pt"',
    ),
    "List_20_item": ("Standard", 'fo:margin-bottom="0.1cm"', ""),
    "Cell": ("Standard", 'fo:margin-bottom="0cm"', ""),
    # Not joined: or many lines to write on would have one border, below the last.
    "Writing_20_line": (
        "Standard",
        'fo:border-bottom="0.5pt solid #777777" fo:margin-top="0.5cm" style:join-border="false"',
        "",
    ),
    "Large": ("Standard", 'fo:margin-bottom="0.5cm"', 'fo:font-size="22pt"'),
}
BULLET = (
    '<text:list-level-style-bullet text:level="{level}" text:bullet-char="?">{place}'
    "</text:list-level-style-bullet>"
)
MARKERS = {
    "Bullets": BULLET.replace("?", "•"),
    "Boxes": BULLET.replace("?", "☐"),
    "Numbers": '<text:list-level-style-number text:level="{level}" style:num-format="1" style:num-suffix=".">'
    "{place}</text:list-level-style-number>",
}
PLACE = (
    '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
    '<style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-{hanging}cm"'
    ' fo:margin-left="{left:.2f}cm"/></style:list-level-properties>'
)
WORDS = {"Strong": 'fo:font-weight="bold"', "Stressed": 'fo:font-style="italic"'}
# Programs look for the styles of cells among those of the text alone.
BOXED = (
    '<style:style style:name="Boxed" style:family="table-cell">'
    '<style:table-cell-properties fo:border="0.5pt solid #777777" fo:padding="0.15cm"/></style:style>'
)
NO_NUMBERS = (
    '<text:outline-style style:name="Outline">'
    + "".join(
        f'<text:outline-level-style text:level="{level}" style:num-format=""/>' for level in range(1, 11)
    )
    + "</text:outline-style>"
)
FONT = 'style:font-name="Liberation Sans" fo:font-family="\'Liberation Sans\'"'


def put_styles(document: Document, *, right_to_left: bool) -> None:
    """Give a document our styles in the place of those of the same name, and headings without numbers."""
    shelf = shelf_of(document.styles, "styles")
    for written in _styles(right_to_left=right_to_left):
        style = Element.from_tag(written)
        name = style.get_attribute("style:name")
        for old in shelf.get_elements(f"*[@style:name='{name}']"):
            shelf.delete(old)
        shelf.append(style)
    for numbered in shelf.get_elements("text:outline-style"):
        shelf.delete(numbered)
    shelf.append(Element.from_tag(NO_NUMBERS))
    shelf_of(document.content, "automatic-styles").append(Element.from_tag(BOXED))


def shelf_of(part: XmlPart, name: str) -> Element:
    """Return where a part of a document keeps its styles. Raises LookupError."""
    shelf = part.get_element(f"//office:{name}")
    if shelf is None:
        raise LookupError(name)
    return shelf


def _styles(*, right_to_left: bool) -> Iterator[str]:
    direction = ' style:writing-mode="rl-tb"' if right_to_left else ""
    for name, (parent, place, type_) in PARAGRAPHS.items():
        above = f' style:parent-style-name="{parent}"' if parent else ""
        shown = name.replace("_20_", " ")
        level = f' style:default-outline-level="{name[-1]}"' if name.startswith("Heading_20_") else ""
        names = f'style:name="{name}" style:display-name="{shown}" style:family="paragraph"{above}{level}'
        yield (
            f"<style:style {names}><style:paragraph-properties {place}{direction}/>"
            f"<style:text-properties {FONT} {type_}/></style:style>"
        )
    for name, level_style in MARKERS.items():
        levels = [
            level_style.format(level=level, place=PLACE.format(hanging=HANGING, left=STEP * level))
            for level in range(1, 5)
        ]
        yield f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'
    for name, type_ in WORDS.items():
        family = f'style:name="{name}" style:family="text"'
        yield f"<style:style {family}><style:text-properties {type_}/></style:style>"
