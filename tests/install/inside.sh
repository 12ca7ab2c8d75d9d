#!/bin/sh
# Run inside the installed system, without a network: what systemd would start, by hand.
set -eu
cd /srv/amaranta/current
python=.venv/bin/python
start() {
    [ ! -d /etc/postgresql ] || pg_ctlcluster 15 main start 2>/dev/null || true
    amaranta serve >/tmp/web.log 2>&1 &
    web=$!
    nginx
    $python /root/amaranta/tests/install/visit.py wait https://portale.example/salute/
}
stop() {
    nginx -s quit
    # Only what was started here: the machine around this folder may run portals of its own.
    kill $web
    wait $web || true
}
# Whatever waits is sent to a mail server that writes Message-IDs down.
deliver() {
    $python /root/amaranta/tests/install/visit.py mail >/tmp/arrived &
    sleep 2
    amaranta worker --once 2>/dev/null
    kill $!
    sort /tmp/arrived
}
store() {
    amaranta shell --no-imports -c "
import uuid
from contatti.sealed.models import Mailbox, OutboxItem
box, _ = Mailbox.objects.get_or_create(name='Primo', address='primo@portale.example')
print(OutboxItem.objects.accept(box, b'sealed' * 600, uuid.uuid4().bytes * 2)[0].pk)"
}

expect() {
    [ "$1" = "$2" ] || { echo "expected '$1', and '$2' arrived" >&2; exit 1; }
}

start
case $1 in
first)
    $python /root/amaranta/tests/install/visit.py look
    $python /root/amaranta/tests/install/visit.py enter "$2"
    [ "$(cat /var/log/nginx/* 2>/dev/null | wc -c)" = 0 ] || { echo "nginx wrote a log"; exit 1; }
    sent=$(store)
    expect "$sent" "$(deliver)"
    waiting=$(store)
    amaranta backup
    copy=$(ls -t /var/backups/amaranta/*.age | head -1)
    stop
    if [ -d /etc/postgresql ]; then
        runuser -u postgres -- dropdb --force amaranta
        runuser -u postgres -- createdb -O amaranta -E UTF8 -T template0 amaranta
    fi
    rm -rf /var/lib/amaranta/*
    install -o amaranta -m 600 /root/amaranta-backup.key /tmp/key
    amaranta restore "$copy" --key /tmp/key
    amaranta collectstatic --noinput -v 0
    start
    $python /root/amaranta/tests/install/visit.py look
    expect "$waiting" "$(deliver)"
    expect "" "$(deliver)"
    echo "sent before the copy: once; waiting in it: once."
    ;;
upgraded)
    $python /root/amaranta/tests/install/visit.py look
    # Stays, whatever happens to the program.
    store >/var/tmp/since
    ;;
back)
    $python /root/amaranta/tests/install/visit.py look
    [ ! -e /var/tmp/since ] || expect "$(cat /var/tmp/since)" "$(deliver)"
    rm -f /var/tmp/since
    ;;
esac
stop
