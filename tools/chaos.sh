#!/usr/bin/env bash
# usage: tools/chaos.sh [rounds] [--minutes N] [--nodes N] [--seed N] [--json FILE]
# Kills, pauses and drains nodes of a cluster and crashes its PostgreSQL under load; looks for every booking that was
# acknowledged, and in the journal for records of a node that did not own their shard.
set -euo pipefail
cd "$(dirname "$0")/.."
exec dotnet run -c Release --project bench -- chaos --rounds "${1:-12}" "${@:2}"
