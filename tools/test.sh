#!/usr/bin/env bash
# Installs what is missing (when root), builds, runs every test, and ends with "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")/.."

has() { # command or library
  case $1 in
    *.so.*) ldconfig -p | grep -q "$1" ;;
    postgres) compgen -G "/usr/lib/postgresql/*/bin/postgres" >/dev/null || command -v postgres >/dev/null 2>&1 ;;
    *) command -v "$1" >/dev/null 2>&1 ;;
  esac
}

need() { # command or library, Debian package
  has "$1" && return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    [ -n "${APT_UPDATED:-}" ] || { apt-get update -qq; APT_UPDATED=1; }
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$2" >/dev/null
  fi
  has "$1" || echo "tools/test.sh: '$1' is missing (Debian package $2)" >&2
}

command -v dotnet >/dev/null 2>&1 || { echo "tools/test.sh: the .NET 10 SDK is missing" >&2; echo "0 passed, 1 failed"; exit 1; }
need node nodejs
need npm npm
need curl curl
need java default-jre-headless # a real Kafka broker, for the tests of events
need postgres postgresql # private servers, for the tests of a cluster
need redis-server redis-server
need librdkafka.so.1 librdkafka1
need chromium chromium # without it the tests in a browser are skipped, or fail for root, who could install it

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

passed=0 failed=0 skipped=0
count() { # counters of one trx file
  local line
  line=$(grep -o '<Counters [^>]*' "$1" | head -n 1)
  get() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$line"; }
  local total executed ok
  total=$(get total) executed=$(get executed) ok=$(get passed)
  passed=$((passed + ok)) failed=$((failed + executed - ok)) skipped=$((skipped + total - executed))
}

run() { # the tests' folder, a name, extra arguments of dotnet test
  local tests="$1/Catalog.Engine.Tests.dll" log="$results/$2.trx"
  shift 2
  dotnet test "$tests" --logger "trx;LogFileName=$log" --logger "console;verbosity=minimal" \
    --results-directory "$results" --blame-hang-timeout 5m --blame-hang-dump-type none "$@"
  local status=$?
  if [ -f "$log" ]; then count "$log"; name_failures "$log"; else failed=$((failed + 1)); fi
  # A host that died half-way leaves counters that know nothing of it.
  [ $status -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
}

name_failures() { # said again at the end, where they are looked for
  sed -n 's/.*<UnitTestResult .*testName="\([^"]*\)".*outcome="Failed".*/failed: \1/p' "$1" >>"$results/failures"
}

web() { # the type check is one test, Vitest counts its own
  local report="$results/web.json"
  # The build has installed the packages; without them there is nothing to run and that is no success.
  (cd web && npm run --silent types) && passed=$((passed + 1)) || failed=$((failed + 1))
  (cd web && npm run --silent test -- --reporter=default --reporter=json --outputFile.json="$report")
  local status=$?
  if [ -f "$report" ]; then
    read -r ok bad left < <(node -e '
      const r = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
      const broken = r.testResults.filter((f) => f.status === "failed" && f.assertionResults.length === 0).length;
      console.log(r.numPassedTests, r.numFailedTests + broken, r.numPendingTests + (r.numTodoTests ?? 0));
    ' "$report")
    passed=$((passed + ok)) failed=$((failed + bad)) skipped=$((skipped + left))
  else
    failed=$((failed + 1))
  fi
  [ $status -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
}

release=engine.tests/bin/Release/net10.0 checked=engine.tests/bin/Checked/net10.0

if dotnet build Catalog.sln -c Release -v quiet -clp:ErrorsOnly; then
  run "$release" Release
  web
  # Once more on an engine whose assertions are on: its own structures and the simulator.
  rm -rf "$checked" && mkdir -p "$checked" && cp -rl "$release/." "$checked" &&
    dotnet build engine -c Debug -v quiet -clp:ErrorsOnly &&
    cp --remove-destination engine/bin/Debug/net10.0/Catalog.Engine.{dll,pdb} "$checked" ||
    failed=$((failed + 1))
  tests="FullyQualifiedName~Catalog.Engine.Tests"
  run "$checked" Checked --filter "$tests.Core|$tests.Booking|$tests.Storage|$tests.Simulation|$tests.Wire|$tests.Collections|$tests.Leaderboards"
else
  failed=1
fi

[ ! -f "$results/failures" ] || sort -u "$results/failures"
if [ "$skipped" -gt 0 ]; then echo "$passed passed, $failed failed, $skipped skipped"; else echo "$passed passed, $failed failed"; fi
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
