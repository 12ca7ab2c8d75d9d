"""Serve any WSGI application as the site is served: `python -m bench.serve module:variable port processes threads`."""

import sys
from importlib import import_module

from amaranta.server import serve
from amaranta.server.parent import listen

if __name__ == "__main__":
    application, port, processes, threads = sys.argv[1:]
    module, _colon, variable = application.partition(":")
    listening = listen("127.0.0.1", int(port))
    serve(getattr(import_module(module), variable), listening, int(processes), int(threads))
