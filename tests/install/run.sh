#!/bin/sh
# Install on a bare Debian in a folder, write, deliver, copy, lose the machine, restore, deliver once, upgrade, go back.
# As root, with debootstrap. Its network is cut off once the packages are there. Takes some ten minutes.
#
#     tests/install/run.sh [sqlite|postgresql]
set -eu
cd "$(dirname "$0")/../.."
database=${1:-sqlite}
work=${AMARANTA_INSTALL_WORK:-/tmp/amaranta-install}
base=$work/base
root=$work/$database
command -v debootstrap >/dev/null || deploy/apt-install.sh debootstrap

[ -e "$base/etc/debian_version" ] || debootstrap --variant=minbase --include=ca-certificates,systemd-sysv bookworm "$base" >/dev/null
! mountpoint -q "$root/proc" || umount "$root/proc" "$root/dev"
rm -rf "$root"
cp -a "$base" "$root"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
ended() {
    [ ! -d "$root/etc/postgresql" ] || chroot "$root" /usr/bin/pg_ctlcluster 15 main stop -m immediate || true
    umount -l "$root/proc" "$root/dev"
}
trap ended EXIT
# How this machine reaches its mirrors, if in a way of its own.
for each in /etc/resolv.conf /etc/pip.conf /etc/ssl/certs/ca-certificates.crt /etc/apt/sources.list.d /etc/apt/apt.conf.d/99*; do
    [ ! -e "$each" ] || cp -r "$each" "$root$(dirname "$each")/"
done
[ ! -e /root/.config/pip ] || { mkdir -p "$root/root/.config" && cp -r /root/.config/pip "$root/root/.config/"; }
echo "127.0.0.1 localhost portale.example" >"$root/etc/hosts"
mkdir "$root/root/amaranta"
tar -c --exclude='./.venv*' --exclude=./var --exclude=./.git --exclude=node_modules . | tar -x -C "$root/root/amaranta"

said() { echo "--- $*"; }
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root SSL_CERT_FILE="${SSL_CERT_FILE-}" \
    PIP_FIND_LINKS= AMARANTA_HOSTS=portale.example AMARANTA_ALARM_TO=avvisi@portale.example AMARANTA_SMTP_HOST=127.0.0.1 \
    AMARANTA_SMTP_PORT=2525 AMARANTA_SMTP_USER=- AMARANTA_DATABASE="$database" AMARANTA_CERTIFICATE=self \
    AMARANTA_ADMIN=anna@portale.example "$@"; }
apart() { unshare -n -p -f --kill-child sh -c 'ip link set lo up; exec chroot "$@"' sh "$root" "$@"; }

said "A wrong answer is refused before anything is done"
! inside env AMARANTA_DATABASE=oracle /root/amaranta/deploy/install || exit 1
[ ! -e "$root/srv/amaranta" ]

said "One command installs"
inside /root/amaranta/deploy/install >"$work/said"
cat "$work/said"
link=$(grep -o 'https://portale.example/admin/login/collegamento/.*' "$work/said")
echo 'AMARANTA_SMTP_STARTTLS="false"' >>"$root/etc/amaranta.env"

said "The units are valid and confined"
systemd-analyze verify --root="$root" --man=no amaranta-web.service amaranta-worker.service amaranta-backup.timer
for unit in web worker backup; do
    systemd-analyze security --offline=true --root="$root" --threshold=20 --no-pager "amaranta-$unit.service" | tail -1
done

said "Visits, a request, a copy, a lost machine, and the same request once"
apart /bin/sh /root/amaranta/tests/install/inside.sh first "$link"

said "The same command upgrades, with a copy before, and --back undoes it"
sed -i 's/^version = .*/version = "0.9.9"/' "$root/root/amaranta/pyproject.toml"
inside /root/amaranta/deploy/install
[ -s "$root/var/lib/amaranta-way-back/release" ]
readlink "$root/srv/amaranta/current" | grep -q 0.9.9
apart /bin/sh /root/amaranta/tests/install/inside.sh upgraded
apart /root/amaranta/deploy/install --back
if readlink "$root/srv/amaranta/current" | grep -q 0.9.9; then exit 1; fi
apart /bin/sh /root/amaranta/tests/install/inside.sh back

said "An upgrade that fails leaves what ran before"
before=$(readlink "$root/srv/amaranta/current")
echo "raise RuntimeError" >>"$root/root/amaranta/site/amaranta/settings/production.py"
! inside /root/amaranta/deploy/install 2>"$work/said" || exit 1
tail -1 "$work/said"
[ "$(readlink "$root/srv/amaranta/current")" = "$before" ]
apart /bin/sh /root/amaranta/tests/install/inside.sh back
said "Everything held on $database"
