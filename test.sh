#!/usr/bin/env bash
# Runs every test: .NET, the web client's, and the browser's. Ends with one line "N passed, N failed, N skipped".
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
passed=0 failed=0 skipped=0

# The browser tests need Chromium. On Debian as root it is installed; elsewhere they say why they are skipped.
if ! command -v chromium >/dev/null; then
  if command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ]; then
    echo "Installing chromium"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null \
      || echo "Chromium could not be installed; the browser tests will be skipped."
  else
    echo "There is no chromium, and it is installed by itself only as root on Debian: the browser tests will be skipped."
  fi
fi

# Adds the counts of one suite; a suite that ended badly without a failed test counts as one failure.
add() { # add NAME EXIT_CODE PASSED FAILED SKIPPED
  local failures=$4
  if [ "$2" -ne 0 ] && [ "$failures" -eq 0 ]; then failures=1; echo "$1 ended with exit code $2."; fi
  if [ "$3" -eq 0 ] && [ "$failures" -eq 0 ] && [ "$5" -eq 0 ]; then failures=1; echo "$1 ran no test."; fi
  passed=$((passed + $3)) failed=$((failed + failures)) skipped=$((skipped + $5))
}

attribute() { # attribute NAME FILE: the number in NAME="N" of a trx file's <Counters>
  grep -o '<Counters [^>]*>' "$2" | head -n 1 | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*'
}

echo "Building"
if ! dotnet build HotGigs.sln --nologo -v quiet -clp:NoSummary; then
  echo "0 passed, 1 failed, 0 skipped"
  exit 1
fi

for project in tests/*Tests/; do
  name=$(basename "$project")
  report="$results/$name.trx"
  echo; echo "== $name"
  dotnet test --project "$project" --no-build --no-ansi --no-progress \
    --report-xunit-trx --report-xunit-trx-filename "$name.trx" --results-directory "$results"
  code=$?
  if [ -f "$report" ]; then
    grep -o '<UnitTestResult [^>]*outcome="Failed"[^>]*>' "$report" | grep -o ' testName="[^"]*"' >>"$results/failures"
    total=$(attribute total "$report") executed=$(attribute executed "$report") good=$(attribute passed "$report")
    add "$name" "$code" "$good" "$((executed - good))" "$((total - executed))"
  else
    add "$name" 1 0 0 0
  fi
done

echo; echo "== WebClient"
report="$results/webclient.json"
(cd src/WebClient && npm test --silent -- --reporter=default --reporter=json --outputFile.json="$report")
code=$?
if [ -f "$report" ]; then
  count() { node -p "JSON.parse(require('fs').readFileSync('$report'))['$1']"; }
  add WebClient "$code" "$(count numPassedTests)" "$(count numFailedTests)" "$(($(count numPendingTests) + $(count numTodoTests)))"
else
  add WebClient 1 0 0 0
fi

if [ -s "$results/failures" ]; then
  echo; echo "Failed:"; cat "$results/failures"
fi

echo
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
