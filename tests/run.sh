#!/usr/bin/env bash
# Checks and tests the whole project, and prints "N passed, N failed, N skipped" as its last line.
# Needs git, the .NET 10 SDK and Node 20. Installs Chromium and PostgreSQL 15 with apt-get where it may; PostgreSQL only as
# programs: the tests make their own throw-away cluster, and Debian's default one is not made.
#   IMPACT_SHARED  folder with the shared data; ../shared beside the project unless told otherwise
#   CI=true        nothing may be left out: what is missing or skipped is a failure
set -euo pipefail

top="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$top"

# Nothing started here may outlive the run: no build server, no waiting build node, no compiler server.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

ci="${CI:-false}"
passed=0
failed=0
skipped=0
without=()
filter=()
results="$(mktemp -d)"
child=""
lane=""

# Ends what is still running, by its id, and removes what was written.
stop() {
  [ -z "$child" ] || kill "$child" 2>/dev/null || true
  [ -z "$lane" ] || kill "$lane" 2>/dev/null || true
  rm -rf "$results"
}
trap stop EXIT
trap 'exit 130' INT TERM

say() { printf '%s\n' "$*"; }

# A check that fails counts as one failed test, so that the last line is never better than the truth.
fault() {
  say "FAILED: $*"
  failed=$((failed + 1))
}

finish() {
  if [ "$ci" = true ] && [ "$skipped" -gt 0 ]; then
    say "FAILED: with CI=true no test may be skipped."
  fi
  say "$passed passed, $failed failed, $skipped skipped"
  if [ "$failed" -gt 0 ] || { [ "$ci" = true ] && [ "$skipped" -gt 0 ]; }; then
    exit 1
  fi
  exit 0
}

need() {
  if ! command -v "$1" >/dev/null 2>&1; then
    fault "$1 is missing: $2."
    finish
  fi
}

find_chromium() { command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1; }

# Runs a command as root, or says that it may not.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    sudo -n "$@"
  else
    return 1
  fi
}

install() {
  command -v apt-get >/dev/null 2>&1 || return 1
  as_root apt-get -qq update &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# Leaves the tests of a category out, and says so; with CI=true that is a failure.
leave_out() {
  local category="$1" program="$2"
  say "$program is missing and cannot be installed here: the tests of category $category are left out."
  without+=("TestCategory!=$category")
  if [ "$ci" = true ]; then
    fault "with CI=true the tests of category $category may not be left out."
  fi
}

# The second checker of releases is a program in Python; its own tests fail or say so where there is none.
prepare_python() {
  if command -v python3 >/dev/null 2>&1; then
    return
  fi
  say "Installing Python for the second checker of releases."
  if ! { install python3 && command -v python3 >/dev/null 2>&1; } && [ "$ci" = true ]; then
    fault "python3 is missing and cannot be installed here: with CI=true its tests may not be left out."
  fi
}

prepare_chromium() {
  if find_chromium || { say "Installing Chromium for the browser tests." && install chromium && find_chromium; }; then
    return
  fi
  leave_out Browser Chromium
}

find_postgres() { [ -x /usr/lib/postgresql/15/bin/initdb ] || postgres --version 2>/dev/null | grep -q ' 15\.'; }

# The package would make and start a cluster of its own; its settings, written before it comes, forbid that.
install_postgres() {
  say "Installing PostgreSQL 15 for the tests on the second engine."
  if [ -d /etc ] && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
    as_root mkdir -p /etc/postgresql-common &&
      printf 'create_main_cluster = false\n' | as_root tee /etc/postgresql-common/createcluster.conf >/dev/null || return 1
  fi
  install postgresql-15
}

prepare_postgres() {
  if find_postgres || { install_postgres && find_postgres; }; then
    return
  fi
  leave_out Postgres "PostgreSQL 15"
}

join_filter() {
  if [ "${#without[@]}" -gt 0 ]; then
    local IFS='&'
    filter=(--filter "${without[*]}")
  fi
}

prepare_shared() {
  local folder="${IMPACT_SHARED:-../shared}"
  if [ -d "$folder/data" ]; then
    IMPACT_SHARED="$(cd "$folder" && pwd)"
    export IMPACT_SHARED
    return
  fi
  unset IMPACT_SHARED
  say "No shared data at $folder: the tests that read real data are skipped:"
  grep -rl --include='*Tests.cs' IMPACT_SHARED tests | sed 's/^/  /' || true
  if [ "$ci" = true ]; then
    fault "with CI=true the tests on real data may not be left out."
  fi
}

restore_fonts() {
  if [ node_modules/.package-lock.json -nt package-lock.json ]; then
    return
  fi
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error && touch node_modules/.package-lock.json
}

build() {
  dotnet tool restore || { fault "the tools could not be restored." && return 1; }
  restore_fonts || { fault "the fonts could not be restored (npm ci)." && return 1; }
  dotnet restore Impact.sln --locked-mode --disable-build-servers || { fault "the packages could not be restored." && return 1; }
  dotnet csharpier check . || fault "the formatting differs; run 'dotnet csharpier format .'."
  dotnet build Impact.sln -c Release --no-restore --disable-build-servers -nodeReuse:false || { fault "the build." && return 1; }
}

# The number that one attribute of a results file's counters holds.
counter() { sed -n "s/.*<Counters [^>]*[ ]*\\b$2=\"\\([0-9]*\\)\".*/\\1/p" "$1" | head -n 1; }

count() {
  local file="$1" total executed good bad
  total="$(counter "$file" total)"
  executed="$(counter "$file" executed)"
  good="$(counter "$file" passed)"
  # What was started and did not pass has failed, whatever word the runner has for it.
  bad=$((executed - good))
  passed=$((passed + good))
  failed=$((failed + bad))
  skipped=$((skipped + total - executed))
  return "$((bad > 0 ? 1 : 0))"
}

# Runs the tests of the projects one after another, and shows what each said when it is done.
run_lane() {
  local project name outcome
  for project in "$@"; do
    name="$(basename "$project" .csproj)"
    outcome=0
    dotnet test "$project" --no-build -c Release --disable-build-servers "${filter[@]}" \
      --logger "trx;LogFileName=$results/$name.trx" --results-directory "$results" >"$results/$name.log" 2>&1 &
    child=$!
    wait "$child" || outcome=$?
    child=""
    printf '%s' "$outcome" >"$results/$name.outcome"
    cat "$results/$name.log"
  done
}

# The longest project beside all others: the tests of one project leave a second processor idle.
run_tests() {
  local longest=tests/Impact.Core.Tests/Impact.Core.Tests.csproj project name file outcome
  local -a others=()
  for project in tests/*.Tests/*.Tests.csproj; do
    [ "$project" = "$longest" ] || others+=("$project")
  done
  (
    trap 'kill "$child" 2>/dev/null; exit 143' TERM
    run_lane "$longest"
  ) &
  lane=$!
  run_lane "${others[@]}"
  wait "$lane" || fault "$longest broke off."
  lane=""
  for project in "$longest" "${others[@]}"; do
    name="$(basename "$project" .csproj)"
    file="$results/$name.trx"
    outcome="$(cat "$results/$name.outcome" 2>/dev/null || printf 1)"
    if [ ! -f "$file" ]; then
      # A project without a test writes no results; one that broke off says so by its exit code.
      [ "$outcome" -eq 0 ] || fault "$name broke off before its first result."
    elif count "$file" && [ "$outcome" -ne 0 ]; then
      fault "$name broke off: all its results are good, and yet it ended with $outcome."
    fi
  done
  if [ "$((passed + failed))" -eq 0 ]; then
    fault "no test ran."
  fi
}

need git "it is needed to tell the project's files from others"
need dotnet "install the .NET 10 SDK"
need node "install Node 20 or later"
need npm "install Node 20 or later"
prepare_python
prepare_chromium
prepare_postgres
join_filter
prepare_shared
if build; then
  run_tests
fi
finish
