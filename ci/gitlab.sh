#!/usr/bin/env bash
# Validate a workspace in GitLab CI: a code quality report, which merge requests show at the lines, and a JUnit report.
# Usage: gitlab.sh [FOLDER OF THE WORKSPACE]
set -uo pipefail
folder=${1:-.}

malstyrning validate --workspace "$folder" --output-format gitlab >gl-code-quality-report.json 2>/dev/null
malstyrning validate --workspace "$folder" --output-format junit >malstyrning-junit.xml 2>/dev/null
malstyrning validate --workspace "$folder" --output-format concise
