"""CPU time and memory of processes, and the table that they are shown in."""
import os
import subprocess

MB = 1_000_000


def measure(command):
    """CPU seconds of one process, and whether it ended well."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, process.returncode == 0


def best(repeats, command):
    """Least CPU seconds, peak memory in bytes, and whether all went well."""
    command = list(map(str, command))
    seconds, good = zip(*(measure(command) for _ in range(repeats)))
    # Apart, by a small parent: the kernel counts the memory of the process that starts a program as the program's.
    watched = subprocess.run(["time", "--quiet", "-f", "%M", *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                             text=True)
    return min(seconds), int(watched.stderr.split()[-1]) * 1024, all(good)


class Table:
    def __init__(self):
        self.missed = []
        print(f"{'':46}{'CPU ms/doc':>12}{'docs/s':>10}{'peak MB':>10}{'ratio':>10}")

    def row(self, name, seconds, memory=None, own=None):
        ratio = f"{seconds / own:9.1f}x" if own else ""
        peak = f"{memory / MB:10.1f}" if memory else " " * 10
        print(f"{name:46}{seconds * 1000:12.3f}{1 / seconds:10.1f}{peak}{ratio:>10}", flush=True)

    def gate(self, name, value, limit, most=False):
        good = value <= limit if most else value >= limit
        bound = f"{'at most' if most else 'at least'} {limit:g}"
        print(f"  {'ok    ' if good else 'MISSED'}  {name}: {value:.2f} ({bound})", flush=True)
        if not good:
            self.missed.append(name)
