# SPDX-License-Identifier: GPL-3.0-or-later
"""bad_line - a line to a port of this computer, as bad as a train's

Whoever connects to line.port comes to that port; what both send is late, cut, joined, slow, held
or lost as the line is told, at any time.
"""
import collections
import contextlib
import errno
import select
import socket
import threading
import time

MODEM = 5600  # bytes a second that 56k carry
PART = 64  # bytes that leave a slow line at once


class Way:
    """one direction of one connection: what was read, and when it may be written"""

    def __init__(self, source, target):
        self.source, self.target = source, target
        self.waiting = collections.deque()
        self.free_at = 0.0
        self.ended = False

    def take(self, line, now):
        try:
            data = self.source.recv(65536)
        except OSError:
            data = b""
        if not data:
            self.ended = True
        due = now + line.delay
        if line.joined:
            due += line.joined - due % line.joined
        size = line.piece or (PART if line.rate else len(data) or 1)
        for start in range(0, len(data), size):
            part = data[start:start + size]
            if line.rate:
                self.free_at = due = max(due, self.free_at) + len(part) / line.rate
            self.waiting.append((due, part))

    def give(self, now):
        """writes what is due; the time of the next, and False where nobody reads any more"""
        while self.waiting and self.waiting[0][0] <= now:
            due, part = self.waiting.popleft()
            try:
                sent = self.target.send(part)
            except OSError as error:
                if error.errno not in (errno.EAGAIN, errno.EINTR):
                    return False
                sent = 0
            if sent < len(part):
                self.waiting.appendleft((due, part[sent:]))
                self.waiting[0] = (now + 0.001, part[sent:])
        if self.ended and not self.waiting:
            with contextlib.suppress(OSError):
                self.target.shutdown(socket.SHUT_WR)
        return True


class Line:
    """seconds each way, bytes a second, bytes a piece; `held` lets nothing through"""

    def __init__(self, port, delay=0.0, rate=0, piece=0, joined=0.0):
        self.delay, self.rate, self.piece, self.joined = delay, rate, piece, joined
        self.held = False
        self.to = port
        self.pairs = []
        self.lock = threading.Lock()
        self.done = False
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.thread = threading.Thread(target=self.carry, daemon=True)
        self.thread.start()

    def accept(self):
        near, _ = self.listener.accept()
        far = socket.create_connection(("127.0.0.1", self.to), 5)
        for end in (near, far):
            end.setblocking(False)
            end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with self.lock:
            self.pairs.append((Way(near, far), Way(far, near)))

    def drop(self):
        """breaks every connection off, as both ends notice at once"""
        with self.lock:
            for there, _ in self.pairs:
                for end in (there.source, there.target):
                    with contextlib.suppress(OSError):
                        end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
                    end.close()
            self.pairs.clear()

    def step(self):
        now = time.monotonic()
        with self.lock:
            ways = [way for pair in self.pairs for way in pair]
            if not self.held:
                for pair in [pair for pair in self.pairs
                             if not all([way.give(now) for way in pair])]:
                    self.pairs.remove(pair)
                    for end in (pair[0].source, pair[0].target):
                        end.close()
                ways = [way for pair in self.pairs for way in pair]
            dues = [way.waiting[0][0] for way in ways if way.waiting and not self.held]
            sources = {way.source: way for way in ways if not way.ended}
        wait = min([0.02, *(max(0.0, due - time.monotonic()) for due in dues)])
        try:
            ready = select.select([self.listener, *sources], [], [], wait)[0]
        except (OSError, ValueError):  # one was dropped meanwhile
            return
        now = time.monotonic()
        for source in ready:
            if source is self.listener:
                self.accept()
            else:
                with self.lock:
                    sources[source].take(self, now)

    def carry(self):
        while not self.done:
            with contextlib.suppress(OSError):
                self.step()

    def close(self):
        self.done = True
        self.thread.join(5)
        self.drop()
        self.listener.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
