#!/usr/bin/env bash
# What action.yml runs: lints once for the annotations and the exit code, and once more for the SARIF file if one is asked for.
set -uo pipefail

if [ -x node_modules/.bin/backend-lint ]; then
  lint=(node_modules/.bin/backend-lint)
else
  lint=(npx --yes --package "eslint-plugin-backend@${PLUGIN_VERSION:-latest}" --package 'eslint@^9.39.0' backend-lint)
fi
read -r -a paths <<<"${INPUT_PATHS:-.}"
options=(--preset "${PRESET:-recommended}")
if [ -n "${MAX_WARNINGS:-}" ]; then options+=(--max-warnings "$MAX_WARNINGS"); fi

if [ -n "${SARIF_FILE:-}" ]; then
  "${lint[@]}" "${options[@]}" --format sarif --output-file "$SARIF_FILE" "${paths[@]}"
  # 1 is findings, which the next run tells; 2 is trouble.
  if [ $? -eq 2 ]; then exit 2; fi
fi
"${lint[@]}" "${options[@]}" --format github "${paths[@]}"
