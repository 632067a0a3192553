"""Rate, p50 and p99 (ms) of a pgbench run from its transaction logs, without its first seconds.
Usage: latencies.py <seconds of lead> <seconds counted> <logs>"""
import sys

lead, seconds = float(sys.argv[1]), float(sys.argv[2])
rows = [line.split() for name in sys.argv[3:] for line in open(name)]
ended = [(int(row[4]) + int(row[5]) / 1e6, int(row[2])) for row in rows]
start = min(at - latency / 1e6 for at, latency in ended) + lead
latencies = sorted(latency for at, latency in ended if start <= at - latency / 1e6 < start + seconds)
at = lambda share: latencies[min(len(latencies) - 1, int(len(latencies) * share))] / 1000
print(f"{len(latencies) / seconds:.0f} {at(0.5):.2f} {at(0.99):.2f} 0")
