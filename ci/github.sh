#!/usr/bin/env bash
# Validate a workspace in GitHub Actions: annotations at the lines, and a summary of the job. Both work on pull
# requests from forks, since neither needs a token. Usage: github.sh [FOLDER OF THE WORKSPACE]
set -uo pipefail
folder=${1:-.}

# Annotations name files from the root of the repository.
prefix=${folder#./}
prefix=${prefix%/}
[[ $prefix == . || -z $prefix ]] && prefix='' || prefix="$prefix/"

malstyrning validate --workspace "$folder" --output-format github | sed "s|^\(::[a-z]* file=\)|\1${prefix//|/\\|}|"
status=${PIPESTATUS[0]}
malstyrning validate --workspace "$folder" --output-format markdown >>"${GITHUB_STEP_SUMMARY:-/dev/null}" 2>/dev/null
exit "$status"
