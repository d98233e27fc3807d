#!/usr/bin/env bash
# usage: tools/cluster.sh [nodes] [folder]
# Starts PostgreSQL, Redis, a Kafka broker in memory and so many servers (3) that share them, all on loopback, with
# their data below the folder (./data/cluster). Prints the addresses; Ctrl-C stops everything it started.
set -euo pipefail
cd "$(dirname "$0")/.."
count="${1:-3}"
root="$(mkdir -p "${2:-data/cluster}" && cd "${2:-data/cluster}" && pwd)"
first=8081 postgres_port=25432 redis_port=26379
bin="$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)"
[ -n "$bin" ] || bin="$(dirname "$(command -v postgres)")"
command -v redis-server >/dev/null || { echo "redis-server is not installed" >&2; exit 1; }
[ -x "$bin/postgres" ] || { echo "postgresql is not installed" >&2; exit 1; }
export DOTNET_CLI_TELEMETRY_OPTOUT=1
dotnet build -c Release -v q -nologo shell
dotnet build -c Release -v q -nologo bench

pids=()
stop() {
  trap - EXIT INT TERM
  for ((i = ${#pids[@]} - 1; i >= 0; i--)); do kill "${pids[i]}" 2>/dev/null || true; done
  for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null || true; done
}
trap stop EXIT INT TERM

# The server of PostgreSQL refuses to run as root.
as_server=()
if [ "$(id -u)" = 0 ]; then as_server=(setpriv --reuid=postgres --regid=postgres --init-groups); fi
mkdir -p "$root/postgres"
if [ "$(id -u)" = 0 ]; then chown postgres "$root/postgres"; fi
[ -d "$root/postgres/data" ] || "${as_server[@]}" "$bin/initdb" -D "$root/postgres/data" -A trust -U catalog \
  -E UTF8 --locale=C >"$root/postgres.log"
"${as_server[@]}" "$bin/postgres" -D "$root/postgres/data" -p "$postgres_port" -c listen_addresses=127.0.0.1 \
  -c "unix_socket_directories=$root/postgres" >>"$root/postgres.log" 2>&1 &
pids+=($!)
redis-server --port "$redis_port" --bind 127.0.0.1 --save "" --appendonly no --dir "$root" >"$root/redis.log" 2>&1 &
pids+=($!)

# The broker ends with its input, which stays open as long as this script.
mkfifo "$root/broker.$$"
dotnet bench/bin/Release/net10.0/Catalog.Bench.dll mock-kafka <"$root/broker.$$" >"$root/broker.log" 2>&1 &
pids+=($!)
exec 9>"$root/broker.$$"
rm "$root/broker.$$"
until "$bin/pg_isready" -q -h 127.0.0.1 -p "$postgres_port" && grep -qE '127.0.0.1:[0-9]+' "$root/broker.log"; do
  sleep 0.2
done
broker="$(grep -oE '127.0.0.1:[0-9]+(,127.0.0.1:[0-9]+)*' "$root/broker.log" | head -1)"

for ((n = 1; n <= count; n++)); do
  port=$((first + n - 1))
  mkdir -p "$root/node$n"
  dotnet shell/bin/Release/net10.0/Catalog.Shell.dll --urls "http://127.0.0.1:$port" \
    "--Catalog:DataPath=$root/node$n" "--Catalog:Cluster:Name=node$n" "--Catalog:Cluster:Url=http://127.0.0.1:$port" \
    "--Catalog:Postgres:ConnectionString=Host=127.0.0.1;Port=$postgres_port;Username=catalog;Database=postgres" \
    "--Catalog:Redis:Servers=127.0.0.1:$redis_port" "--Catalog:Kafka:BootstrapServers=$broker" \
    >"$root/node$n.log" 2>&1 &
  pids+=($!)
  echo "node$n: http://127.0.0.1:$port (log: $root/node$n.log)"
done
echo "Ready when each log says so. Ctrl-C stops everything."
wait -n "${pids[@]:3}" || true
echo "A node ended; see its log." >&2
