#!/usr/bin/env bash
# A real `git commit` through the pre-commit framework (Debian's package `pre-commit`): stopped by a finding, let
# through once it is mended. The hook is installed from this repository's last commit, as users do from its address.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export PRE_COMMIT_HOME="$work/home" GIT_AUTHOR_NAME=Dev GIT_AUTHOR_EMAIL=dev@example.org GIT_COMMITTER_NAME=Dev GIT_COMMITTER_EMAIL=dev@example.org

git clone --quiet "$root" "$work/plugin"
git init --quiet --initial-branch=main "$work/project"
cd "$work/project"
cat >.pre-commit-config.yaml <<YAML
repos:
  - repo: $work/plugin
    rev: $(git -C "$work/plugin" rev-parse HEAD)
    hooks:
      - id: backend-lint
YAML
pre-commit install >/dev/null
echo '{ "name": "service", "dependencies": { "pg": "8" } }' >package.json
git add . && git commit --quiet -m start

write() {
  printf "const { Pool } = require('pg');\nconst pool = new Pool();\nexports.find = (req) => pool.query(%s);\n" "$1" >users.js
  git add users.js
}
write "\"SELECT id FROM users WHERE name = '\" + req.query.name + \"' LIMIT 1\""
if output=$(git commit -m users 2>&1); then
  echo 'not ok: the commit with a finding went through'; echo "$output"; exit 1
fi
grep -q 'backend/no-sql-concat' <<<"$output" || { echo 'not ok: stopped, but not by the finding'; echo "$output"; exit 1; }
write "'SELECT id FROM users WHERE name = \$1 LIMIT 1', [req.query.name]"
git commit --quiet -m users || { echo 'not ok: the mended commit was stopped'; exit 1; }
echo 'ok: pre-commit stops a commit with a finding and lets the mended one through'
