#!/usr/bin/env python3
"""`doccord serve` and whoever may call it: other hosts' pages, clients that break the protocol, hang up,
read slowly or take every descriptor, and pages that are asked for while the site is made anew.

    tests/gate/preview.py DOCCORD"""

import os
import re
import resource
import signal
import socket
import struct
import subprocess
import threading
import time

from support import DOCCORD, ENTRIES, Project, table

DESCRIPTORS = 64


class Preview:
    def __init__(self):
        self.project = Project()
        few = lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (DESCRIPTORS, DESCRIPTORS))
        self.process = subprocess.Popen([DOCCORD, "serve", "--port", "0"], cwd=self.project.path, preexec_fn=few,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.port = int(re.search(rb"127\.0\.0\.1:(\d+)/", self.process.stdout.readline())[1])
        self.host = f"127.0.0.1:{self.port}"

    def connect(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=10)

    def raw(self, request):
        """All that comes back until the server hangs up."""
        with self.connect() as client:
            reply = b""
            try:
                client.sendall(request)
                while piece := client.recv(1 << 16):
                    reply += piece
            except ConnectionError:
                pass  # It hung up before all was sent.
            return reply

    def ask(self, path="/", method="GET", host=None, headers=""):
        """Status, header fields and content."""
        host = f"Host: {self.host}\r\n" if host is None else host
        reply = self.raw(f"{method} {path} HTTP/1.1\r\n{host}{headers}Connection: close\r\n\r\n".encode("latin-1"))
        head, _, content = reply.partition(b"\r\n\r\n")
        status, *fields = head.decode("latin-1").split("\r\n")
        return int(status.split(" ")[1]), dict(field.split(": ", 1) for field in fields), content

    def status(self, *arguments, **named):
        return self.ask(*arguments, **named)[0]

    def version(self):
        return int(self.ask("/.doccord/version")[2])

    def wait_for_version(self, wanted):
        for _ in range(100):
            if self.version() >= wanted:
                return
            time.sleep(0.1)
        raise AssertionError(f"version {wanted} was never shown")


def equal(found, wanted, what=""):
    assert found == wanted, f"{what}: {found!r}, not {wanted!r}"


def replies(preview):
    status, fields, page = preview.ask("/key/404/index.html")
    equal((status, fields["Content-Type"], fields["Cache-Control"], fields["X-Content-Type-Options"]),
          (200, "text/html; charset=utf-8", "no-store", "nosniff"))
    assert page.count(b'<script src="/.doccord/reload.js" defer></script>') == 1
    assert b"script-src 'self'; connect-src 'self';" in page
    equal(preview.ask("/key/404/")[2], page, "a directory")
    equal(preview.ask("/key/404/index.html?a=b")[2], page, "with a query")
    equal(preview.ask("/%6bey/404/index.html")[2], page, "percent-encoded")
    equal(preview.ask("/.doccord/version")[2], b"1")
    status, fields, script = preview.ask("/.doccord/reload.js")
    equal((status, fields["Content-Type"]), (200, "text/javascript; charset=utf-8"))
    assert b"location.reload()" in script
    status, fields, missing = preview.ask("/no/such/page")
    equal((status, fields["Content-Type"]), (404, "text/html; charset=utf-8"))
    assert b"</html>" in missing
    for path in ("/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/etc/passwd", "/index.html%00.css", "/%zz%1",
                 "/index.html/", "/doccord.json", "/guide.md"):
        equal(preview.ask(path)[::2], (404, missing), path)


def head_has_no_content(preview):
    status, fields, content = preview.ask("/", method="HEAD")
    equal((status, content), (200, b""))
    equal(int(fields["Content-Length"]), len(preview.ask("/")[2]))
    # The next reply on the connection begins where this one ends.
    kept = f"HEAD / HTTP/1.1\r\nHost: {preview.host}\r\n\r\nGET /.doccord/version HTTP/1.1\r\nHost: {preview.host}\r\n"
    first, second, last = preview.raw((kept + "Connection: close\r\n\r\n").encode()).split(b"\r\n\r\n")
    equal((first[:15], second[:15], last), (b"HTTP/1.1 200 OK", b"HTTP/1.1 200 OK", b"1"))


def only_for_this_machine(preview):
    equal(preview.status(host=f"Host: localhost:{preview.port}\r\n"), 200)
    for host in ("", "Host: \r\n", "Host: example.org\r\n", f"Host: example.org:{preview.port}\r\n", "Host: 127.0.0.1\r\n",
                 f"Host: localhost:{preview.port}.example.org\r\n", f"Host: 127.0.0.1.example.org:{preview.port}\r\n",
                 f"Host: example.org\r\nHost: {preview.host}\r\n", f"Host: user@{preview.host}\r\n"):
        status, _, content = preview.ask(host=host)
        equal((status, content), (403, b"This preview is for this machine only.\n"), host)
    for proxied in ("http://example.org/", f"http://example.org:{preview.port}/index.html", "//example.org/index.html"):
        equal(preview.status(proxied), 403, proxied)
    with open("/proc/net/tcp", encoding="ascii") as lines:
        bound = {line.split()[1] for line in lines if line.split()[3] == "0A" and line.split()[1].endswith(f":{preview.port:04X}")}
    equal(bound, {f"0100007F:{preview.port:04X}"}, "listens on")


def broken_requests(preview):
    own = f"Host: {preview.host}\r\nConnection: close\r\n\r\n".encode()
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "TRACE", "FOO"):
        assert preview.status(method=method, headers="Content-Length: 0\r\n") in (405, 501), method
    for request in (b"GET /" + b"a" * (1 << 20) + b" HTTP/1.1\r\n" + own, b"GET /\0 HTTP/1.1\r\n" + own,
                    b"GET / HTTP/1.1\r\nX: " + b"a" * (1 << 20) + b"\r\n" + own,
                    b"GET / HTTP/1.1\r\n" + b"X: a\r\n" * (1 << 17) + own, b"GET / HTTP/9.9\r\n" + own,
                    b"GET / HTTP/1.1\r\nContent-Length: -1\r\n" + own, bytes(range(256)) * 20 + b"\n\n",
                    b"GET / HTTP/1.1\r\nContent-Length: 99999999999999\r\n" + own,
                    b"GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n" + own + b"ffffffffffffffff\r\nx"):
        reply = preview.raw(request)
        assert reply == b"" or reply.split(b" ", 2)[1] in (b"400", b"413"), (request[:60], reply[:60])
    many = f"GET /.doccord/version HTTP/1.1\r\nHost: {preview.host}\r\n".encode()
    reply = preview.raw((many + b"\r\n") * 50 + many + b"Connection: close\r\n\r\n")
    equal(reply.count(b"HTTP/1.1 200 OK"), 51, "one behind the other")


def hang_ups(preview):
    pages = f"GET /matrix/index.html HTTP/1.1\r\nHost: {preview.host}\r\n\r\n".encode() * 20
    for _ in range(100):
        client = preview.connect()
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # A reset, no farewell.
        client.sendall(pages)
        client.close()
    equal(preview.status(), 200)


def processor_ticks(preview):
    with open(f"/proc/{preview.process.pid}/stat", encoding="ascii") as file:
        fields = file.read().rsplit(") ", 1)[1].split()
    return int(fields[11]) + int(fields[12])


def every_descriptor_taken(preview):
    clients = [preview.connect() for _ in range(DESCRIPTORS + 20)]
    time.sleep(0.5)
    before = processor_ticks(preview)
    time.sleep(1)
    spent = (processor_ticks(preview) - before) / os.sysconf("SC_CLK_TCK")
    assert spent < 0.5, f"{spent} s of CPU in a second of waiting for descriptors"
    for client in clients:
        client.close()
    equal(preview.status(), 200)


def made_anew_under_way(preview):
    """Pages asked for while sites replace one another are of one of them, whole."""
    faults = []
    ended = threading.Event()

    def look():
        while not ended.is_set():
            status, fields, page = preview.ask("/key/404/index.html")
            if status != 200 or int(fields["Content-Length"]) != len(page) or not page.endswith(b"</html>\n"):
                faults.append((status, len(page)))

    # A reader that takes nothing keeps its replies from the first site.
    slow = preview.connect()
    slow.sendall(f"GET /index.html HTTP/1.1\r\nHost: {preview.host}\r\n\r\n".encode() * 10)
    readers = [threading.Thread(target=look) for _ in range(4)]
    for reader in readers:
        reader.start()
    for number in range(3):
        shown = preview.version()
        changed = dict(ENTRIES, **{"404": ("Not Found", f"Nothing is at that address, said {number} times.")})
        preview.project.write("wiki.md", table(changed))
        preview.wait_for_version(shown + 1)
    ended.set()
    for reader in readers:
        reader.join()
    equal(faults, [])
    assert b"said 2 times" in preview.ask("/key/404/index.html")[2]
    assert slow.recv(15) == b"HTTP/1.1 200 OK"
    slow.close()


def main():
    preview = Preview()
    try:
        for test in (replies, head_has_no_content, only_for_this_machine, broken_requests, hang_ups, every_descriptor_taken,
                     made_anew_under_way):
            test(preview)
            assert preview.process.poll() is None, f"{test.__name__}: it ended with {preview.process.returncode}"
        preview.process.send_signal(signal.SIGINT)
        _, errors = preview.process.communicate(timeout=10)
        equal(preview.process.returncode, -signal.SIGINT)
        assert b"[warn]" not in errors and len(errors) < 4096, errors[:500]
    finally:
        preview.process.kill()
    print("the preview answers this machine's browsers only, whatever else calls")


main()
