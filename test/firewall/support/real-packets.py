"""Sends packets through a firewall in network namespaces of this machine, and says which of them came out.

Reads JSON: the commands that load the firewall's rules, and packets (transport, source, sourcePort, destination, port).
Writes JSON: for each packet whether it passed. Three namespaces stand in a row: a sender, the firewall, which forwards
all that it lets pass, and a receiver. Nobody has the addresses of the packets, so that any may be tried; nobody answers.
"""
import ctypes, json, os, socket, struct, subprocess, sys, time

LIBC = ctypes.CDLL(None, use_errno=True)
NEW_NETWORK = 0x40000000
IPV4 = 0x0800
SENDER, FIREWALL, RECEIVER = names = [f"packets-{os.getpid()}-{one}" for one in ("a", "f", "b")]


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def ip(namespace, *arguments):
    run("ip", "-n", namespace, *arguments)


def enter(namespace):
    with open(f"/run/netns/{namespace}") as file:
        if LIBC.setns(file.fileno(), NEW_NETWORK) != 0:
            raise OSError(ctypes.get_errno(), "setns")


def build():
    for name in names:
        run("ip", "netns", "add", name)
        ip(name, "link", "set", "lo", "up")
    for near, far, other, net in (("fa", "a0", SENDER, "169.254.1"), ("fb", "b0", RECEIVER, "169.254.2")):
        ip(FIREWALL, "link", "add", near, "type", "veth", "peer", "name", far, "netns", other)
        for namespace, device, last in ((FIREWALL, near, 1), (other, far, 2)):
            ip(namespace, "address", "add", f"{net}.{last}/30", "dev", device)
            ip(namespace, "link", "set", device, "up")
    ip(SENDER, "route", "add", "default", "via", "169.254.1.1")
    # Whatever comes from the sender goes on to the receiver.
    ip(FIREWALL, "route", "add", "default", "via", "169.254.2.2", "dev", "fb", "table", "100")
    ip(FIREWALL, "rule", "add", "iif", "fa", "lookup", "100")
    for setting in ("ip_forward=1", "conf.all.rp_filter=0", "conf.fa.rp_filter=0", "conf.fb.rp_filter=0"):
        run("ip", "netns", "exec", FIREWALL, "sysctl", "-q", "-w", f"net.ipv4.{setting}")


def checksum(data):
    data += b"\0" * (len(data) % 2)
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def packet(number, one):
    source, destination = (socket.inet_aton(one[end]) for end in ("source", "destination"))
    ports = struct.pack("!HH", one["sourcePort"], one["port"])
    if one["transport"] == "tcp":
        protocol, body, at = 6, ports + struct.pack("!IIBBHHH", number, 0, 5 << 4, 2, 1024, 0, 0), 16
    else:
        protocol, body, at = 17, ports + struct.pack("!HH", 8, 0), 6
    pseudo = source + destination + struct.pack("!BBH", 0, protocol, len(body))
    body = body[:at] + struct.pack("!H", checksum(pseudo + body)) + body[at + 2 :]
    # The number of the packet is its identification. The kernel fills in the sum of the header.
    return struct.pack("!BBHHHBBH", 0x45, 0, 20 + len(body), number, 0, 64, protocol, 0) + source + destination + body


def main():
    given = json.load(sys.stdin)
    build()
    for command in given["commands"]:
        run("ip", "netns", "exec", FIREWALL, *command)
    enter(RECEIVER)
    receiver = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(IPV4))
    receiver.setblocking(False)
    enter(SENDER)
    sender = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_RAW)
    passed = set()

    def receive():
        try:
            while True:
                passed.add(struct.unpack("!H", receiver.recv(2048)[4:6])[0])
        except BlockingIOError:
            pass

    for number, one in enumerate(given["packets"], 1):
        sender.sendto(packet(number, one), (one["destination"], 0))
        receive()
    until = time.monotonic() + 0.5
    while time.monotonic() < until:
        time.sleep(0.05)
        receive()
    print(json.dumps([number in passed for number in range(1, len(given["packets"]) + 1)]))


try:
    main()
finally:
    for name in names:
        subprocess.run(("ip", "netns", "delete", name), stderr=subprocess.DEVNULL)
