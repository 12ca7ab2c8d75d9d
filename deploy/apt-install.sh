#!/bin/sh
# Install the named Debian packages that are missing, as root or through sudo; say what to do otherwise.
set -eu
missing=""
for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
[ -z "$missing" ] && exit 0
echo "Installing from the system's packages:$missing"
if [ "$(id -u)" = 0 ]; then run=""; elif command -v sudo >/dev/null; then run="sudo"; else
    echo "These packages are needed and this user may not install them. As root: apt-get install$missing" >&2
    exit 1
fi
export DEBIAN_FRONTEND=noninteractive
$run apt-get update -qq
# shellcheck disable=SC2086  # one argument per package
$run apt-get install -y -qq --no-install-recommends $missing >/dev/null
