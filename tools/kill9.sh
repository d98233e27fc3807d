#!/usr/bin/env bash
# usage: tools/kill9.sh [rounds] [--seed N] [--json FILE]
# Kills the server under load, starts it again on the same data, and looks for every booking it acknowledged.
set -euo pipefail
cd "$(dirname "$0")/.."
exec dotnet run -c Release --project bench -- kill9 --rounds "${1:-20}" "${@:2}"
