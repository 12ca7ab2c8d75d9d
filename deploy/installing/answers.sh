# shellcheck shell=sh
# What the installation cannot know: from the environment, from last time, or from whoever sits here.
# The names are those of docs/settings.md.

SETTINGS=/etc/amaranta.env

fail() {
    echo "Not installed: $*" >&2
    exit 1
}

# answer NAME "question" [default]: sets the variable NAME.
answer() {
    eval "given=\${$1-}"
    [ -n "$given" ] || [ ! -r "$SETTINGS" ] || given=$(sed -n "s/^$1=\"\(.*\)\"$/\1/p" "$SETTINGS")
    if [ -z "$given" ] && [ -t 0 ]; then
        printf '%s%s: ' "$2" "${3:+ [$3]}"
        read -r given
    fi
    given=${given:-${3-}}
    [ -n "$given" ] || fail "$1 is missing ($2)."
    case $given in *[\"\$\`\\]*) fail "$1 may not hold any of \" \$ \` \\." ;; esac
    eval "$1=\$given"
}

ask_everything() {
    answer AMARANTA_HOSTS "Name of the site, such as portale.example"
    HOST=${AMARANTA_HOSTS%%,*}
    case $HOST in *[!a-z0-9.-]* | .* | *. | "") fail "'$HOST' is not a name of a host." ;; esac
    answer AMARANTA_BASE_URL "Its address" "https://$HOST"
    answer AMARANTA_FROM_EMAIL "Sender of all mails" "Amaranta <noreply@$HOST>"
    answer AMARANTA_ALARM_TO "Who is told when something is wrong (addresses, commas between)"
    answer AMARANTA_SMTP_HOST "Mail server"
    answer AMARANTA_SMTP_PORT "Its port" 587
    answer AMARANTA_SMTP_USER "Its user, or '-' for none" -
    [ "$AMARANTA_SMTP_USER" = - ] || answer AMARANTA_SMTP_PASSWORD "The password there"
    answer AMARANTA_DATABASE "Database, sqlite or postgresql" sqlite
    case $AMARANTA_DATABASE in sqlite | postgresql) ;; *) fail "AMARANTA_DATABASE is sqlite or postgresql." ;; esac
    answer AMARANTA_CERTIFICATE "Certificate, letsencrypt or self (signed by this machine, for a trial)" letsencrypt
    answer AMARANTA_ADMIN "Mail address of the first administrator"
    answer AMARANTA_PORT "Port of the portal on this machine" 8000
}

# Keep what was answered; whatever else somebody wrote into the file stays.
write_settings() {
    touch "$SETTINGS"
    chown root:amaranta "$SETTINGS"
    chmod 640 "$SETTINGS"
    keep AMARANTA_SECRET_KEY "$(head -c 60 /dev/urandom | base64 -w 0)"
    for name in HOSTS BASE_URL FROM_EMAIL ALARM_TO SMTP_HOST SMTP_PORT DATABASE CERTIFICATE ADMIN PORT; do
        eval "keep AMARANTA_$name \"\$AMARANTA_$name\""
    done
    if [ "$AMARANTA_SMTP_USER" != - ]; then
        keep AMARANTA_SMTP_USER "$AMARANTA_SMTP_USER"
        keep AMARANTA_SMTP_PASSWORD "$AMARANTA_SMTP_PASSWORD"
    fi
    keep AMARANTA_BEHIND_PROXY true
    keep AMARANTA_LANE_HEADER X-Amaranta-Lane
    keep AMARANTA_VAR /var/lib/amaranta
    keep AMARANTA_BACKUP_FOLDER /var/backups/amaranta
    [ "$AMARANTA_DATABASE" = sqlite ] || keep DATABASE_URL "postgres://amaranta@%2Fvar%2Frun%2Fpostgresql/amaranta"
}

keep() {
    grep -q "^$1=" "$SETTINGS" || printf '%s="%s"\n' "$1" "$2" >>"$SETTINGS"
}
