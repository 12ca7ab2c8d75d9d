#!/bin/sh
# What the tests drive for real, from the system's packages:
#   chromium, firefox-esr   browsers       gpgsm, libnss3-tools, openssl   mail-reading programs
#   postgresql              database       gettext, lynx                   catalogues, a text browser
#   fonts-dejavu-core, fonts-noto-core     letters for screenshots, Arabic included
#   postfix, dovecot-imapd  mail servers   nodejs, npm   HTML validator, scripts   keytool   reads keys as Java does
#   nginx-light             the proxy in front      thunderbird     the mail program that most operators have
#   redis-server            what several hosts share
# Elsewhere than in Debian, npm comes with Node itself.
node=""
command -v npm >/dev/null || node="nodejs npm"
# Of whatever Java is there, keytool is enough.
java=""
command -v keytool >/dev/null || java="default-jre-headless"
# shellcheck disable=SC2086  # none or two packages
exec deploy/apt-install.sh chromium firefox-esr gpgsm gnupg-agent libnss3-tools openssl postgresql gettext lynx \
    postfix dovecot-imapd nginx-light redis-server thunderbird fonts-dejavu-core fonts-noto-core $node $java "$@"
