"""A real Postfix and a real Dovecot for tests: folders and ports of their own, gone afterwards.

Root is needed: Postfix and Dovecot change to users of their own.
"""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.contatti.smtp import free_port
from tests.tls import write_certificate

DOMAIN = "portale.example"
USER = "rimbalzi"
PASSWORD = "solo-per-le-prove"
PROGRAMS = Path("/usr/lib/postfix/sbin")


@dataclass(frozen=True, slots=True)
class MailServer:
    """`relay`: port of Postfix, which sends on to `beyond`; `imaps`: Dovecot's; `trust`: their certificate.

    `after_filter`: where a filter gives back what it was passed.
    """

    relay: int
    beyond: int
    imaps: int
    trust: Path
    inbox: Path
    postfix: Path
    after_filter: int

    def mails(self, folder: str = "") -> list[Path]:
        """Return the mails of one of the bounce mailbox's folders."""
        home = self.inbox / f".{folder}" if folder else self.inbox
        return [path for part in ("new", "cur") for path in sorted((home / part).glob("*"))]

    def wait_for_mail(self, seconds: float = 20) -> bool:
        """Wait until a mail is in the inbox."""
        end = time.monotonic() + seconds
        while not self.mails() and time.monotonic() < end:
            time.sleep(0.05)
        return bool(self.mails())

    def flush(self) -> None:
        """Let Postfix try at once what it put off."""
        subprocess.run(["postqueue", "-c", str(self.postfix), "-f"], check=True)

    def log(self) -> str:
        return (self.postfix / "log").read_text()


POSTFIX = """
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
maillog_file = {folder}/log
maillog_file_prefixes = /tmp, /var
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = posta.portale.example
mydestination =
mynetworks = 127.0.0.0/8
relayhost =
alias_maps =
alias_database =
local_recipient_maps =
transport_maps = inline:{{ {{ example.org = smtp:[127.0.0.1]:{beyond} }} }}
virtual_mailbox_domains = portale.example
virtual_mailbox_base = {home}
virtual_mailbox_maps = inline:{{ {{ rimbalzi@portale.example = Maildir/ }} }}
virtual_minimum_uid = 1
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
minimal_backoff_time = 5s
queue_run_delay = 5s
smtpd_tls_security_level = may
smtpd_tls_cert_file = {certificate}
smtpd_tls_key_file = {certificate}
smtpd_tls_auth_only = yes
smtpd_recipient_restrictions =
  check_recipient_access inline:{{ {{ piena@example.org = 452 4.2.2 Mailbox full }} }},
  check_recipient_access inline:{{ {{ ignota@example.org = 550 5.1.1 No such user }} }},
  permit_mynetworks, reject
smtpd_end_of_data_restrictions =
  check_recipient_access inline:{{ {{ lenta@example.org = sleep 3 }} }}
content_filter = {filter}
"""
MASTER = """
127.0.0.1:{relay} inet n - n - - smtpd
{after_filter}
pickup    unix  n       -       n       60      1       pickup
cleanup   unix  n       -       n       -       0       cleanup
qmgr      unix  n       -       n       300     1       qmgr
tlsmgr    unix  -       -       n       1000?   1       tlsmgr
rewrite   unix  -       -       n       -       -       trivial-rewrite
bounce    unix  -       -       n       -       0       bounce
defer     unix  -       -       n       -       0       bounce
trace     unix  -       -       n       -       0       bounce
verify    unix  -       -       n       -       1       verify
flush     unix  n       -       n       1000?   0       flush
proxymap  unix  -       -       n       -       -       proxymap
smtp      unix  -       -       n       -       -       smtp
error     unix  -       -       n       -       -       error
retry     unix  -       -       n       -       -       error
discard   unix  -       -       n       -       -       discard
virtual   unix  -       n       n       -       -       virtual
anvil     unix  -       -       n       -       1       anvil
scache    unix  -       -       n       -       1       scache
postlog   unix-dgram n  -       n       -       1       postlogd
"""
DOVECOT = """
protocols = imap
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
ssl = required
ssl_cert = <{certificate}
ssl_key = <{certificate}
disable_plaintext_auth = yes
namespace inbox {{
  inbox = yes
  separator = .
  prefix = {prefix}
}}
mail_location = maildir:{home}/Maildir
first_valid_uid = 1
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={home}
}}
service imap-login {{
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    address = 127.0.0.1
    port = {imaps}
  }}
}}
auth_failure_delay = 0
service anvil {{
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
"""


def _owner() -> tuple[int, int]:
    """Return who owns the mails: an unprivileged user that every Debian has."""
    entry = pwd.getpwnam("nobody")
    return entry.pw_uid, entry.pw_gid


@contextmanager
def running(
    name: str = "localhost", filter_port: int = 0, prefix: str = "", password: str = PASSWORD
) -> Iterator[MailServer]:
    """Run both until the block ends. name: in the certificate. filter_port: what Postfix passes all through.

    prefix: what the names of all folders but INBOX begin with. password: the bounce mailbox's.
    """
    if not shutil.which("postfix") or not shutil.which("dovecot"):
        raise RuntimeError("Postfix or Dovecot is missing: run tests/system-packages.sh.")
    with tempfile.TemporaryDirectory(prefix="amaranta-mail-") as directory:
        folder = Path(directory)
        folder.chmod(0o755)
        certificate = write_certificate(folder, name)
        home = folder / "home"
        inbox = home / "Maildir"
        uid, gid = _owner()
        for made in (home, inbox):
            made.mkdir()
            os.chown(made, uid, gid)
        relay, beyond, imaps, back = (free_port() for _ in range(4))
        known = {
            "relay": relay, "beyond": beyond, "imaps": imaps, "home": home, "uid": uid, "gid": gid,
            "certificate": certificate, "password": password, "prefix": prefix,
            "filter": f"smtp:[127.0.0.1]:{filter_port}" if filter_port else "",
            "after_filter": "",
        }  # fmt: skip
        if filter_port:
            known["after_filter"] = (
                f"127.0.0.1:{back} inet n - n - - smtpd -o content_filter= -o smtpd_end_of_data_restrictions="
            )
        server = MailServer(relay, beyond, imaps, certificate, inbox, folder / "postfix", back)
        with _postfix(folder / "postfix", known), _dovecot(folder / "dovecot", known):
            yield server


@contextmanager
def _postfix(folder: Path, known: dict[str, object]) -> Iterator[None]:
    owner = pwd.getpwnam("postfix")
    for made in (folder, folder / "queue", folder / "data"):
        made.mkdir()
    os.chown(folder / "data", owner.pw_uid, owner.pw_gid)
    (folder / "main.cf").write_text(POSTFIX.format(folder=folder, **known))
    (folder / "master.cf").write_text(MASTER.format(folder=folder, **known))
    (folder / "log").touch()
    subprocess.run(["postfix", "-c", str(folder), "start"], check=True, capture_output=True)
    try:
        yield
    finally:
        subprocess.run(["postfix", "-c", str(folder), "abort"], check=False, capture_output=True)


@contextmanager
def _dovecot(folder: Path, known: dict[str, object]) -> Iterator[None]:
    folder.mkdir()
    (folder / "state").mkdir()
    settings = folder / "dovecot.conf"
    settings.write_text(DOVECOT.format(folder=folder, **known), encoding="utf-8")
    process = subprocess.Popen(["dovecot", "-F", "-c", str(settings)])
    try:
        _wait_for_port(int(str(known["imaps"])))
        yield
    finally:
        process.terminate()
        process.wait(20)


def _wait_for_port(port: int) -> None:
    for _ in range(400):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"Nothing answers on port {port}.")
