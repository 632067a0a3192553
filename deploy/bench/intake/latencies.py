"""Rate, p50 and p99 (ms) of a pgbench run from its transaction log. Usage: latencies.py -T<s> <logs>"""
import sys

seconds = int(sys.argv[1][2:])
latencies = sorted(int(line.split()[2]) for name in sys.argv[2:] for line in open(name))
at = lambda share: latencies[min(len(latencies) - 1, int(len(latencies) * share))] / 1000
print(f"{len(latencies) / seconds:.0f} {at(0.5):.2f} {at(0.99):.2f} 0")
