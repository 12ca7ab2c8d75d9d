"""What a page carries of a script is the script: the same tokens, without comments."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from amaranta.templatetags import assets

Bundle = tuple[str, tuple[str, ...]]
Script = dict[str, Any]
READER = settings.ROOT / "tests" / "javascript" / "tokens.js"
TEMPLATES = "".join(path.read_text() for path in (settings.ROOT / "templates").rglob("*.html"))
USED = {(kind, tuple(assets.NAME.findall(names))) for kind, names in assets.TAG.findall(TEMPLATES)}
SCRIPTS = sorted(each for each in USED if each[0] != "style")
AROUND = {"module": ([], []), "script": (["(", "(", ")", "=>", "{"], ["}", ")", "(", ")"])}


def read(*texts: str) -> list[Script]:
    ran = subprocess.run(
        ["node", READER], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    return json.loads(ran.stdout)


def joined(paths: tuple[str, ...]) -> str:
    return "".join(assets._source(path) for path in assets.with_imports(paths))


def solid(text: str) -> str:
    return re.sub(r"\s", "", text)


def id_of(bundle: Bundle) -> str:
    return bundle[1][-1]


@pytest.fixture(scope="module")
def found(node_programs: Path) -> dict[Bundle, tuple[Script, Script]]:
    """Return what the parser finds in the sources and in what a page carries of them."""
    texts = [text for kind, paths in SCRIPTS for text in (joined(paths), assets._bundle(kind, paths)[0])]
    scripts = iter(read(*texts))
    return {bundle: (next(scripts), next(scripts)) for bundle in SCRIPTS}


@pytest.mark.parametrize("bundle", SCRIPTS, ids=id_of)
def test_a_page_carries_the_tokens_of_its_scripts_and_nothing_else(
    found: dict[Bundle, tuple[Script, Script]], bundle: Bundle
) -> None:
    source, carried = found[bundle]
    compact = assets._bundle(*bundle)[0]

    before, after = AROUND[bundle[0]]
    assert source["faults"] == carried["faults"] == []
    assert carried["tokens"] == [*before, *source["tokens"], *after]
    assert solid(compact) == solid("".join(carried["tokens"]))
    assert len(compact) < 0.8 * len(joined(bundle[1]))


@pytest.mark.parametrize("bundle", SCRIPTS, ids=id_of)
def test_scripts_that_are_joined_have_no_name_in_common(
    found: dict[Bundle, tuple[Script, Script]], bundle: Bundle
) -> None:
    names = found[bundle][0]["names"]

    assert len(names) == len(set(names))


def test_every_script_that_is_imported_is_joined_before_the_one_that_imports_it() -> None:
    lengths = set()
    for _, named in SCRIPTS:
        paths = assets.with_imports(named)
        lengths.add(len(paths))
        for place, path in enumerate(paths):
            source = assets._source(path)
            imported = re.findall(r'^import .* from "\.[^"]*/([^"/]+)";$', source, re.MULTILINE)
            assert set(imported) <= {Path(before).name for before in paths[:place]}, path
    assert max(lengths) > 10


@pytest.mark.parametrize(
    ("source", "compact"),
    [
        ('say("a  b");', 'say("a b");'),
        ("say(`${a} - b`);", "say(`${a}-b`);"),
        ("a = b / /x  y/.c;", "a=b/ /x y/.c;"),
        ("return\nx;", "return x;x;"),
    ],
)
def test_a_change_of_meaning_would_be_seen(node_programs: Path, source: str, compact: str) -> None:
    before, after = read(source, compact)

    assert before["tokens"] != after["tokens"]


def test_a_name_that_is_given_twice_would_be_seen(node_programs: Path) -> None:
    [found] = read(
        "const [a, b] = c;\nfunction a() {}\nexport const d = 1;\nclass E {}\nimport { f } from './f.js';\n"
    )

    assert found["names"] == ["a", "b", "a", "d", "E"]
