#!/usr/bin/env bash
# Runs every attack ten times as large as the suite does, prints what was measured, and says "N attacks held, N failed" at the end.
#   IMPACT_SHARED          folder with the shared data; ../shared beside the project unless told otherwise
#   IMPACT_ATTACK_RESULTS  file for the figures and how many tests of each attack passed, one JSON line each: attack, figure, value, n, at, command;
#                          artifacts/attacks.jsonl unless told otherwise; written anew
#   IMPACT_CASES           cases of each property test; ten times the usual number unless told otherwise
# What B, M and the intervals measured is written to docs/attack-run.json, too, which the page of protection reads once it is committed. G and J
# run at the size of the suite.
# Takes hours: run it where nothing else runs. Needs what tests/run.sh needs, and PostgreSQL 15 for nothing.
set -euo pipefail

top="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$top"

export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
export IMPACT_NIGHTLY=1 IMPACT_NIGHT_COMMAND="bash tests/night.sh"
IMPACT_NIGHT_DATE="$(date -u +%Y-%m-%d)"
export IMPACT_NIGHT_DATE
IMPACT_SHARED="${IMPACT_SHARED:-$top/../shared}"
IMPACT_ATTACK_RESULTS="${IMPACT_ATTACK_RESULTS:-$top/artifacts/attacks.jsonl}"
export IMPACT_SHARED IMPACT_ATTACK_RESULTS

held=0
failed=0
results="$(mktemp -d)"
trap 'rm -rf "$results"' EXIT

# The number that one attribute of a results file's counters holds.
counter() { sed -n "s/.*<Counters [^>]*[ ]*\\b$2=\"\\([0-9]*\\)\".*/\\1/p" "$1" | head -n 1; }

# One attack: its letter, its project, and the tests that are it. All must pass, and there must be some.
attack() {
  local letter="$1" project="$2" filter="$3" file="$results/$1-$2.trx" outcome=0 passed total
  printf '\n== %s (%s)\n' "$letter" "$filter"
  dotnet test "tests/$project/$project.csproj" --no-build -c Release --disable-build-servers --filter "$filter" \
    --logger "trx;LogFileName=$file" --logger "console;verbosity=normal" >"$results/log" 2>&1 || outcome=$?
  # What a test writes, and how it went.
  grep -vE '^ *$|^(Test run|A total|NUnit|Running|Test Run|Total tests| +Passed:| +NUnit3)' "$results/log" || true
  passed="$(counter "$file" passed 2>/dev/null || true)"
  total="$(counter "$file" total 2>/dev/null || true)"
  printf '{"attack":"%s","figure":"tests_passed","value":%s,"n":%s,"at":"%s","command":"bash tests/night.sh"}\n' \
    "$letter" "${passed:-0}" "${total:-0}" "$(date -u +%Y-%m-%dT%H:%M:%SZ)" >>"$IMPACT_ATTACK_RESULTS"
  if [ "$outcome" -eq 0 ] && [ "${passed:-0}" -gt 0 ] && [ "${passed:-0}" -eq "${total:-0}" ]; then
    held=$((held + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED: attack %s: %s of %s tests passed\n' "$letter" "${passed:-0}" "${total:-0}"
  fi
}

core() { attack "$1" Impact.Core.Tests "$(sed 's/\([^|]*\)/FullyQualifiedName~\1/g' <<<"$2")"; }

mkdir -p "$(dirname "$IMPACT_ATTACK_RESULTS")"
: >"$IMPACT_ATTACK_RESULTS"
dotnet build Impact.sln -c Release --disable-build-servers -nodeReuse:false -p:RunAnalyzers=false

core A "SamplerLawTests|SecureBitsTests"
core B "EmpiricalLossTests|PublishedBytesTests"
core C "DifferencingTests|MonthlyReleasesTests|NoisyCountsTests"
core D "CellIndependenceTests"
core F "ReconstructionTests"
core G "Disclosure.HouseholdMoney"
core H "FloatingPointTests"
core I "TimingTests|NeighbourTests"
attack J Impact.Web.Tests "FullyQualifiedName~NoQueryTests|FullyQualifiedName~PublicFoldersTests"
core K "Disclosure.Budget"
core L "PartitionSelectionTests"
core M "ZeroConcentratedTests"
core bounding "Metrics.Enrolment"
core coverage "CoverageTests"
core microdata "MicrodataTests"

printf '\n== Figures (%s)\n' "$IMPACT_ATTACK_RESULTS"
cat "$IMPACT_ATTACK_RESULTS"
printf '%s attacks held, %s failed\n' "$held" "$failed"
[ "$failed" -eq 0 ]
