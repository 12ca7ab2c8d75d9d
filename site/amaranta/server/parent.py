"""The parent of the web processes: it owns the port, replaces a process that died, and ends them all.

It does nothing else, so there is little in it that could fail. Standard library only.
"""

import gc
import logging
import os
import resource
import signal
import socket
import threading
import time
from collections.abc import Callable
from wsgiref.types import WSGIApplication

from amaranta.server.child import serve_requests

log = logging.getLogger(__name__)

BACKLOG = 1024
ENDING = (signal.SIGTERM, signal.SIGINT)
QUICK_DEATH_SECONDS = 2
"""A process that lived less than this is not replaced at once: it would die again, in a busy loop."""
LAST_SECONDS = 40
"""After these a process that was asked to end is killed; it gives up by itself before."""

Child = Callable[[WSGIApplication, socket.socket, int], None]


class PortTakenError(OSError):
    """Raised when another program listens on the address."""


def listen(host: str, port: int) -> socket.socket:
    """Return a listening socket. Raises PortTakenError.

    Without SO_REUSEPORT: with it a second instance would start without a word and take part of the visits.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(BACKLOG)
    except OSError as error:
        listening.close()
        raise PortTakenError(error.errno, str(error.strerror)) from error
    listening.setblocking(False)
    return listening


def serve(application: WSGIApplication, listening: socket.socket, processes: int, threads: int) -> None:
    """Serve until SIGTERM or SIGINT; return when every process has ended."""
    _allow_many_files()
    Parent(application, listening, processes, threads).run()


def _allow_many_files() -> None:
    """Raise the limit of open files as far as we may: every connection and every file being read is one."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


class Parent:
    """Keeps `processes` children on one socket."""

    def __init__(
        self, application: WSGIApplication, listening: socket.socket, processes: int, threads: int
    ) -> None:
        self.application = application
        self.listening = listening
        self.processes = processes
        self.threads = threads
        self.born: dict[int, float] = {}
        self.ending = False
        # Children read its other end: it closes when we are gone, however we went.
        self.alive, self.our_end = os.pipe()

    def run(self) -> None:
        for signum in ENDING:
            signal.signal(signum, self._end)
        # What is loaded stays shared: a collection would write into every page of it, in each child anew.
        gc.collect()
        gc.freeze()
        while len(self.born) < self.processes:
            self._fork()
        while self.born:
            self._replace(self._wait())
        self.listening.close()

    def _fork(self) -> None:
        # A child that took the signal as its parent does would live on until it is killed.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
        pid = os.fork()
        if pid == 0:
            for signum in ENDING:
                signal.signal(signum, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
            self._be_a_child()
        self.born[pid] = time.monotonic()
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        if self.ending:  # the signal came between the two
            os.kill(pid, signal.SIGTERM)

    def _be_a_child(self) -> None:
        code = 1
        try:
            os.close(self.our_end)
            end_with(self.alive)
            serve_requests(self.application, self.listening, self.threads)
            code = 0
        except Exception:
            log.exception("A web process stopped by itself.")
        finally:
            os._exit(code)

    def _wait(self) -> int:
        while True:
            try:
                return os.wait()[0]
            except InterruptedError:
                continue

    def _replace(self, pid: int) -> None:
        lived = time.monotonic() - self.born.pop(pid, 0)
        if self.ending:
            return
        log.error("A web process ended and is replaced.")
        if lived < QUICK_DEATH_SECONDS:
            time.sleep(QUICK_DEATH_SECONDS)
        if not self.ending:
            self._fork()

    def _end(self, signum: int, frame: object) -> None:
        """Ask the children to end what they are doing; a second time, or after a while, don't ask."""
        signum = signal.SIGKILL if self.ending and signum == signal.SIGALRM else signal.SIGTERM
        self.ending = True
        signal.signal(signal.SIGALRM, self._end)
        signal.alarm(LAST_SECONDS)
        for pid in list(self.born):
            os.kill(pid, signum)


def end_with(alive: int) -> None:
    """Ask this process to end when the other end of the pipe `alive` is closed: its parent is gone."""

    def watch() -> None:
        os.read(alive, 1)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, daemon=True, name="parent").start()
