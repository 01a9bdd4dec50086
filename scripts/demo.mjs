// `npm run demo`: lints the small backends of test/apps with the built command, then fixes a copy of one of them and
// shows what changed in one file. `npm run demo -- ../my-service` lints that folder instead.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTwoFilesPatch } from 'diff';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = join(root, 'dist', 'cli', 'main.js');
/** Lines of a diff that are enough to see what a fix does. */
const MAX_DIFF_LINES = 60;
const SOURCE = /\.[cm]?[jt]sx?$/;

const isColoured = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code, text) => (isColoured ? `\u001b[${code}m${text}\u001b[0m` : text);
const print = (text) => process.stdout.write(`${text}\n`);
const heading = (text) => print(`\n${paint(1, text)}\n`);

/** Runs the command with its output on this terminal. */
const lint = (cwd, args) => spawnSync(process.execPath, [bin, ...args], { cwd, stdio: 'inherit' }).status;

/** Absolute paths of the files below a folder, without what is installed. */
function allFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : allFiles(path);
    return entry.isFile() ? [path] : [];
  });
}

/** Takes out the annotations that the tests read (`// bad: rule`, `// ok: rule`, …); a reader would take them for code's own. */
function withoutAnnotations(text) {
  return text.replace(/^[ \t]*\/\/ (?:(?:bad|ok|fix)(?:-cross)?:|@complete:).*\n/gm, '');
}

/** A copy of the apps in a temporary folder, without the annotations. */
function copyApps() {
  const copy = mkdtempSync(join(tmpdir(), 'backend-lint-demo-'));
  cpSync(join(root, 'test', 'apps'), copy, { recursive: true, filter: (path) => basename(path) !== 'node_modules' });
  for (const file of allFiles(copy).filter((path) => SOURCE.test(path))) {
    writeFileSync(file, withoutAnnotations(readFileSync(file, 'utf8')));
  }
  return copy;
}

const readAll = (folder) =>
  new Map(allFiles(folder).map((file) => [relative(folder, file), readFileSync(file, 'utf8')]));

/** Unified diffs of the files that differ, the longest first. */
function allDiffs(before, after) {
  return [...after]
    .filter(([path, text]) => before.has(path) && before.get(path) !== text)
    .map(([path, text]) =>
      createTwoFilesPatch(`a/${path}`, `b/${path}`, before.get(path), text, '', '', { context: 2 }),
    )
    .map((patch) => patch.split('\n').slice(1))
    .sort((a, b) => b.length - a.length);
}

function printDiff(lines) {
  for (const line of lines.slice(0, MAX_DIFF_LINES)) {
    const code = line.startsWith('+') ? 32 : line.startsWith('-') ? 31 : line.startsWith('@') ? 36 : 0;
    print(code === 0 ? line : paint(code, line.trimEnd()));
  }
  if (lines.length > MAX_DIFF_LINES) print(`… ${lines.length - MAX_DIFF_LINES} more lines`);
}

/** Lints the apps, then fixes the one in which most changes. */
function demoOfApps() {
  const copy = copyApps();
  try {
    heading('1. backend-lint over the small backends of test/apps');
    lint(copy, []);
    heading('2. backend-lint --fix --fix-suggestions over a copy of them');
    const before = readAll(copy);
    const fixed = spawnSync(process.execPath, [bin, '--fix', '--fix-suggestions'], { cwd: copy, encoding: 'utf8' });
    process.stderr.write(fixed.stderr);
    // The totals alone: what was settled, and what a person must decide.
    for (const line of fixed.stdout.split('\n'))
      if (/^(?:Settled|No findings|\d+ findings? \()/.test(line)) print(line);
    const [longest] = allDiffs(before, readAll(copy));
    if (longest) {
      print('\nOne of the files, before and after:\n');
      printDiff(longest);
    }
    print('Lint your own backend: npm run demo -- ../my-service');
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

const [target, ...options] = process.argv.slice(2);
if (target === undefined) {
  demoOfApps();
} else {
  const folder = resolve(process.env.INIT_CWD ?? process.cwd(), target);
  if (existsSync(folder) && statSync(folder).isDirectory()) lint(folder, options);
  else {
    process.stderr.write(`There is no folder ${target}.\n`);
    process.exitCode = 2;
  }
}
