"""Files are made by the worker, in a process of their own, and never in a request.

home.models.made_files is the queue; here is who makes what (makers), the process that does (child), how the
worker starts it (spawn), what a visitor reads meanwhile (waiting), and when files are wanted (signals).
"""
