"""A neutral site that takes the question and never answers, as behind a network that is half down."""

import socket
import threading


class Silent:
    """Counts who came: `asked` requests were read, with these Referers, and none is answered."""

    def __init__(self) -> None:
        self.asked = 0
        self.referers: list[str | None] = []
        self.server = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.server.getsockname()[1]}/"
        self.open: list[socket.socket] = []
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                connection, _ = self.server.accept()
            except OSError:
                return
            self.open.append(connection)
            threading.Thread(target=self._hear, args=(connection,), daemon=True).start()

    def _hear(self, connection: socket.socket) -> None:
        try:
            head = connection.recv(65_536).decode("latin-1").lower()
        except OSError:
            return
        if not head:
            return  # browsers open connections that they may need
        lines = dict(line.split(": ", 1) for line in head.split("\r\n") if ": " in line)
        self.referers.append(lines.get("referer"))
        self.asked += 1

    def close(self) -> None:
        self.server.close()
        for connection in self.open:
            connection.close()
