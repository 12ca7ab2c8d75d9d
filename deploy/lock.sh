#!/bin/sh
# Pin the dependencies with hashes. The files name no index, so that any mirror can serve them.
set -eu
compile() {
    out=$1
    shift
    .venv/bin/uv pip compile -q -U --no-config --universal --generate-hashes --no-header --no-annotate \
        -c requirements/"$1".in pyproject.toml --extra demo --extra hosts --extra postgres --extra ses $2 -o "requirements/$out.txt"
}
compile run lts ""
compile test lts "--group dev"
compile test-wagtail8 wagtail8 "--group dev"
echo uv | .venv/bin/uv pip compile -q -U --no-config --universal --generate-hashes --no-header --no-annotate - \
    -o requirements/uv.txt
