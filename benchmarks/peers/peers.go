// What client_golang costs: the best of five passes over each operation, in nanoseconds.
package main

import (
	"fmt"
	"runtime"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/common/expfmt"
)

const passes = 5

func best(count int, operation func()) float64 {
	least := 0.0
	for pass := 0; pass < passes; pass++ {
		start := time.Now()
		for i := 0; i < count; i++ {
			operation()
		}
		each := float64(time.Since(start).Nanoseconds()) / float64(count)
		if pass == 0 || each < least {
			least = each
		}
	}
	return least
}

func row(what string, nanoseconds float64) { fmt.Printf("| Go: %s | %.1f |\n", what, nanoseconds) }

type length int

func (l *length) Write(bytes []byte) (int, error) {
	*l += length(len(bytes))
	return len(bytes), nil
}

func scrape(registry *prometheus.Registry) int {
	families, err := registry.Gather()
	if err != nil {
		panic(err)
	}
	var body length
	for _, family := range families {
		if _, err := expfmt.MetricFamilyToText(&body, family); err != nil {
			panic(err)
		}
	}
	return int(body)
}

func main() {
	labels := []string{"method", "endpoint", "status"}
	requests := prometheus.NewCounterVec(prometheus.CounterOpts{Name: "requests_total", Help: "Requests."}, labels)
	child := requests.WithLabelValues("GET", "/api/v1/users/{id}", "200")
	duration := prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name: "duration_seconds", Help: "Durations.", Buckets: prometheus.DefBuckets}, []string{"endpoint"}).WithLabelValues("/api/v1/users/{id}")
	size := prometheus.NewSummary(prometheus.SummaryOpts{
		Name: "size_bytes", Help: "Sizes.", Objectives: map[float64]float64{0.5: 0.05, 0.9: 0.01, 0.99: 0.001}})
	fmt.Println(runtime.Version())
	row("counter, child kept", best(50_000_000, child.Inc))
	row("counter, labels of 3", best(5_000_000, func() { requests.WithLabelValues("GET", "/api/v1/users/{id}", "200").Inc() }))
	row("histogram of 11 buckets, child kept", best(10_000_000, func() { duration.Observe(0.3) }))
	row("summary of 3 quantiles", best(1_000_000, func() { size.Observe(0.3) }))

	registry := prometheus.NewRegistry()
	many := prometheus.NewCounterVec(prometheus.CounterOpts{Name: "many_total", Help: "Many."}, labels)
	registry.MustRegister(many)
	for number := 0; number < 100_000; number++ {
		many.WithLabelValues("GET", "/api/v1/users/"+strconv.Itoa(number), "200").Inc()
	}
	bytes := scrape(registry)
	row("scrape of 100,000 counters as text, a series", best(1, func() { bytes = scrape(registry) })/100_000)
	fmt.Printf("%d bytes\n", bytes)
}
