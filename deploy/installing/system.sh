# shellcheck shell=sh
# What the machine needs around the portal: packages, user, database, proxy, units.

has_systemd() { [ -d /run/systemd/system ]; }

install_packages() {
    packages="python3 python3-venv nginx openssl libpango-1.0-0 libpangoft2-1.0-0 fonts-vollkorn fonts-lato"
    # Arabic and Chinese on paper.
    packages="$packages fonts-noto-core fonts-wqy-zenhei"
    [ "$AMARANTA_DATABASE" = sqlite ] || packages="$packages postgresql postgresql-client"
    [ "$AMARANTA_CERTIFICATE" != letsencrypt ] || packages="$packages certbot"
    # shellcheck disable=SC2086  # one argument per package
    deploy/apt-install.sh $packages || fail "the packages of Debian could not be installed."
}

make_user_and_folders() {
    getent passwd amaranta >/dev/null ||
        useradd --system --home-dir /var/lib/amaranta --no-create-home --shell /usr/sbin/nologin amaranta
    install -d -m 755 /srv/amaranta /srv/amaranta/releases /var/www/amaranta
    install -d -m 700 -o amaranta -g amaranta /var/lib/amaranta /var/backups/amaranta
    install -d -m 700 /etc/amaranta /etc/amaranta/tls /var/lib/amaranta-way-back
    install -m 755 deploy/amaranta /usr/local/bin/amaranta
}

as_postgres() { (cd / && runuser -u postgres -- "$@"); }

make_database() {
    [ "$AMARANTA_DATABASE" = postgresql ] || return 0
    has_systemd || pg_ctlcluster "$(ls /etc/postgresql)" main start 2>/dev/null || true
    as_postgres psql -qtAc "SELECT 1 FROM pg_roles WHERE rolname = 'amaranta'" | grep -q 1 ||
        as_postgres createuser amaranta
    as_postgres psql -qtAc "SELECT 1 FROM pg_database WHERE datname = 'amaranta'" | grep -q 1 ||
        as_postgres createdb -O amaranta -E UTF8 -T template0 amaranta
}

# tests/nginx.py asks for it too.
proxy_configuration() {
    sed "s/@HOST@/$(echo "$AMARANTA_HOSTS" | tr , ' ')/; s/@PORT@/$AMARANTA_PORT/" deploy/nginx.conf
}

# A certificate of this machine first, so that the proxy can start; then the real one, which renews itself.
make_certificate() {
    tls=/etc/amaranta/tls
    [ -e $tls/fullchain.pem ] || openssl req -x509 -newkey rsa:3072 -nodes -days 825 -subj "/CN=$HOST" \
        -addext "subjectAltName=DNS:$HOST" -keyout $tls/privkey.pem -out $tls/fullchain.pem 2>/dev/null
    proxy_configuration >/etc/nginx/sites-available/amaranta
    ln -sf ../sites-available/amaranta /etc/nginx/sites-enabled/amaranta
    rm -f /etc/nginx/sites-enabled/default
    nginx -t -q 2>/dev/null || fail "nginx does not accept its configuration: nginx -t says why."
    ! has_systemd || systemctl reload-or-restart nginx
    [ "$AMARANTA_CERTIFICATE" = letsencrypt ] || return 0
    if certbot certonly -n -q --agree-tos -m "${AMARANTA_ALARM_TO%%,*}" --webroot -w /var/www/amaranta \
        --cert-name amaranta -d "$AMARANTA_HOSTS" --deploy-hook "systemctl reload nginx"; then
        ln -sf /etc/letsencrypt/live/amaranta/fullchain.pem /etc/letsencrypt/live/amaranta/privkey.pem $tls/
        systemctl reload nginx
    else
        echo "No certificate yet: does $HOST lead here, and is port 80 open? Then run this command again." >&2
    fi
}

install_units() {
    cp -r deploy/systemd/amaranta-* /etc/systemd/system/
    cp deploy/systemd/amaranta.tmpfiles /etc/tmpfiles.d/amaranta.conf
    if has_systemd; then
        systemctl daemon-reload
        systemctl enable -q amaranta-web amaranta-worker
    fi
}

services() {
    if has_systemd; then
        systemctl "$1" amaranta-web amaranta-worker
        [ "$1" = stop ] || systemctl enable -q --now amaranta-backup.timer
    elif [ "$1" = start ]; then
        echo "systemd does not run here: the services are installed and were not started."
    fi
}

# Ask the portal as the proxy would.
is_well() {
    has_systemd || return 0
    for _try in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
        sleep 2
        "$1/.venv/bin/python" -c "
import sys, urllib.request as r
q = r.Request('http://127.0.0.1:$AMARANTA_PORT/salute/', headers={'Host': '$HOST', 'X-Forwarded-Proto': 'https'})
sys.exit(r.urlopen(q, timeout=10).status != 200)" 2>/dev/null && return 0
    done
    return 1
}
