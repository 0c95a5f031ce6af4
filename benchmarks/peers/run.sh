#!/bin/sh
# What Debian's Python and Go clients cost, in nanoseconds an operation. They are packaged as
#   apt-get install --no-install-recommends python3-prometheus-client golang-go golang-github-prometheus-client-golang-dev
# What is not installed is left out.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if /usr/bin/python3 -c 'import prometheus_client' 2>/dev/null; then
    /usr/bin/python3 "$here/peers.py"
fi

if command -v go >/dev/null && [ -d /usr/share/gocode/src/github.com/prometheus/client_golang ]; then
    program=$(mktemp -d)
    trap 'rm -rf "$program"' EXIT
    GO111MODULE=off GOPATH=/usr/share/gocode GOCACHE="$program/cache" go build -o "$program/peers" "$here/peers.go"
    "$program/peers"
fi
