#!/bin/sh
# Make the virtual environment named by $1, with uv in it. Debian ships python3 without the module that
# puts pip into an environment; it is installed when this user may.
set -eu
[ -x "$1/bin/uv" ] && exit 0
python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Python 3.11 or newer is needed; this is $(python3 --version)." >&2
    exit 1
}
python3 -c 'import ensurepip' 2>/dev/null || deploy/apt-install.sh python3-venv
python3 -m venv "$1"
"$1/bin/python" -m pip install -q --disable-pip-version-check --require-hashes --no-deps -r requirements/uv.txt
