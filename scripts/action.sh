#!/usr/bin/env bash
# What action.yml runs: lints once for the annotations and the exit code, and once more for the SARIF file if one is asked for.
set -uo pipefail

if [ -x node_modules/.bin/backend-lint ]; then
  lint=(node_modules/.bin/backend-lint)
else
  lint=(npx --yes --package "eslint-plugin-backend@${PLUGIN_VERSION:-latest}" --package 'eslint@^9.39.0' -- backend-lint)
fi
# `read` answers 1 at the end of the text, which has no terminator here.
read -r -d '' -a paths <<<"${INPUT_PATHS:-.}" || true
options=(--preset "${PRESET:-recommended}")
if [ -n "${MAX_WARNINGS:-}" ]; then options+=(--max-warnings "$MAX_WARNINGS"); fi

if [ -n "${SARIF_FILE:-}" ]; then
  "${lint[@]}" "${options[@]}" --format sarif --output-file "$SARIF_FILE" -- "${paths[@]}"
  # 1 is findings, which the next run tells; anything else is trouble.
  status=$?
  if [ "$status" -gt 1 ]; then exit "$status"; fi
fi
"${lint[@]}" "${options[@]}" --format github -- "${paths[@]}"
