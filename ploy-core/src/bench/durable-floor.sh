#!/bin/sh
# The journal's files beside what the same disk does for a bare loop of writes and flushes, in one run. Quiet machines only.
#
#   ploy-core/src/bench/durable-floor.sh [SECONDS]
#
# SECONDS (10) is how long each loop runs, before and after the journal's. CC names the compiler; without one only the
# journal is measured. MAVEN_ARGS and JMH_ARGS are passed on, such as JMH_ARGS="-wi 1 -w 1 -i 1 -r 1" to see that it works.
set -eu

seconds=${1:-10}
record=250
group=64
module=$(cd "$(dirname "$0")/../.." && pwd)
out=$module/target/bench
mkdir -p "$out"

floor=
compiler=${CC:-cc}
if command -v "$compiler" >/dev/null 2>&1; then
    floor=$out/durable-floor
    "$compiler" -O2 -std=c11 -o "$floor" "$module/src/bench/durable-floor.c"
else
    echo "no C compiler ($compiler): the bare loop is skipped, and so are the ratios to it"
fi

loop() {
    if [ -n "$floor" ]; then
        "$floor" "$out/floor.bin" "$1" "$seconds"
    else
        echo 0
    fi
}

one_before=$(loop $record)
many_before=$(loop $((record * group)))

# shellcheck disable=SC2086 # several arguments
(cd "$module/.." && mvn -ntp -q -Pfast,bench test -pl ploy-core -am \
    '-Dbench=StoreBenchmark.(alone|sixtyFour)' "-Dbench.args=-p store=segments ${JMH_ARGS:-}" ${MAVEN_ARGS:-})

one_after=$(loop $record)
many_after=$(loop $((record * group)))

# Microseconds for one call, from the benchmark's own report.
took() {
    awk -v name="$1" '
        /"benchmark"/ { found = ($0 ~ "\\." name "\"") }
        found && /"primaryMetric"/ { wanted = 1 }
        wanted && /"score"/ { gsub(/[^0-9.eE+-]/, "", $3); print $3; exit }
    ' "$out/ploy-core.json"
}

awk -v one="$one_before" -v one2="$one_after" -v many="$many_before" -v many2="$many_after" \
    -v alone="$(took alone)" -v grouped="$(took sixtyFour)" -v group=$group '
    function verdict(ratio, aim) { return sprintf("%.2f, aim %.1f: %s", ratio, aim, ratio >= aim ? "reached" : "missed") }
    BEGIN {
        single = 1e6 / alone
        records = group * 1e6 / grouped
        printf "journal, one record at a time   %10.0f records/s\n", single
        printf "journal, %d at a time           %10.0f records/s\n", group, records
        printf "groups to single                %s\n", verdict(records / single, 30)
        if (one > 0) {
            bare = (one + one2) / 2
            bareMany = group * (many + many2) / 2
            printf "bare loop, one at a time        %10.0f records/s (%.0f before, %.0f after)\n", bare, one, one2
            printf "bare loop, %d at a time         %10.0f records/s (%.0f before, %.0f after)\n", group, bareMany,
                group * many, group * many2
            printf "journal to bare loop, single    %s\n", verdict(single / bare, 0.7)
            printf "journal to bare loop, groups    %s\n", verdict(records / bareMany, 0.4)
        }
    }'
