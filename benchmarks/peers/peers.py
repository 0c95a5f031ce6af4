"""What prometheus_client costs: the best of five passes over each operation, in nanoseconds."""
import importlib.metadata
import platform
import time

from prometheus_client import CollectorRegistry, Counter, Histogram, Summary, generate_latest

PASSES = 5


def best(operation, count):
    """The best pass of a loop that holds nothing but the operation."""
    times = []
    for _ in range(PASSES):
        start = time.perf_counter_ns()
        for _ in range(count):
            operation()
        times.append((time.perf_counter_ns() - start) / count)
    return min(times)


def row(what, nanoseconds):
    print(f"| Python: {what} | {nanoseconds:,.0f} |")


def main():
    registry = CollectorRegistry()
    requests = Counter("requests", "Requests.", ["method", "endpoint", "status"], registry=registry)
    child = requests.labels("GET", "/api/v1/users/{id}", "200")
    buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
    duration = Histogram("duration_seconds", "Durations.", ["endpoint"], buckets=buckets, registry=registry).labels("/api/v1/users/{id}")
    size = Summary("size_bytes", "Sizes.", registry=registry)
    version = importlib.metadata.version("prometheus_client")
    print(f"Python {platform.python_version()}, prometheus_client {version}")
    row("counter, child kept", best(child.inc, 200_000))
    row("counter, labels of 3", best(lambda: requests.labels("GET", "/api/v1/users/{id}", "200").inc(), 100_000))
    row("histogram of 11 buckets, child kept", best(lambda: duration.observe(0.3), 100_000))
    row("summary, which has no quantiles here", best(lambda: size.observe(0.3), 100_000))

    many = CollectorRegistry()
    counters = Counter("many", "Many.", ["method", "endpoint", "status"], registry=many)
    for number in range(100_000):
        counters.labels("GET", f"/api/v1/users/{number}", "200").inc()
    start = time.perf_counter_ns()
    body = generate_latest(many)
    row("scrape of 100,000 counters as text, a series", (time.perf_counter_ns() - start) / 100_000)
    print(f"{len(body):,} bytes, with a sample more of each series (_created)")


main()
