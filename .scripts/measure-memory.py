"""How much memory sleeping threads and sleeping asyncio tasks take: prints src/views/compare/memory/measured-memory.json.

    python3.11 .scripts/measure-memory.py > src/views/compare/memory/measured-memory.json

Each figure is the median of RUNS fresh processes. A process notes VmRSS (resident: what really lies in memory) and VmSize
(virtual: what is reserved) from /proc/self/status, makes n sleepers, waits until all of them sleep, and notes both again;
the figure is the difference, in KiB. A thread sleeps in time.sleep, a task in asyncio.sleep. Where a process cannot make
so many threads, "refused" says how many it could make.
"""

import asyncio
import json
import os
import platform
import statistics
import subprocess
import sys
import threading
import time

RUNS = 5
THREADS = [100, 1_000, 10_000, 100_000]
TASKS = [100, 1_000, 10_000, 100_000]
LONG = 3_600


def memory():
    with open("/proc/self/status") as status:
        fields = dict(line.split(":", 1) for line in status)
    return [int(fields[name].split()[0]) for name in ("VmRSS", "VmSize")]


def answer(before, made):
    print(json.dumps({"kib": [after - b for after, b in zip(memory(), before)], "made": made}), flush=True)


def measure_threads(count):
    before = memory()
    begun = threading.Semaphore(0)
    made = 0

    def sleeper():
        begun.release()
        time.sleep(LONG)

    try:
        for made in range(count):
            threading.Thread(target=sleeper, daemon=True).start()
        made = count
    except (RuntimeError, MemoryError):
        pass
    for _ in range(made):
        begun.acquire()
    time.sleep(1)
    answer(before, made)
    os._exit(0)


async def measure_tasks(count):
    await asyncio.sleep(0)
    before = memory()
    tasks = [asyncio.create_task(asyncio.sleep(LONG)) for _ in range(count)]
    await asyncio.sleep(0.2)
    answer(before, len(tasks))
    os._exit(0)


def median_of(kind, count):
    runs = []
    for _ in range(RUNS):
        done = subprocess.run([sys.executable, __file__, kind, str(count)], capture_output=True, text=True)
        # A process that was killed, or could not even speak, is one that could not.
        runs.append(json.loads(done.stdout) if done.stdout else {"made": 0})
    made = min(run["made"] for run in runs)
    if made < count:
        return {"kind": kind, "count": count, "refused": made}
    resident, virtual = (statistics.median(run["kib"][k] for run in runs) for k in (0, 1))
    spread = [f([run["kib"][0] for run in runs]) for f in (min, max)]
    return {"kind": kind, "count": count, "residentKiB": resident, "virtualKiB": virtual, "residentRange": spread}


def main():
    if len(sys.argv) == 3:
        kind, count = sys.argv[1], int(sys.argv[2])
        measure_threads(count) if kind == "threads" else asyncio.run(measure_tasks(count))
        return
    points = [median_of("threads", n) for n in THREADS] + [median_of("tasks", n) for n in TASKS]
    about = {
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "system": f"{platform.system()} {platform.machine()}, {platform.libc_ver()[0]} {platform.libc_ver()[1]}",
        "runs": RUNS,
        "points": points,
    }
    print(json.dumps(about, indent=2))


main()
