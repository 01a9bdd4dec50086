/**
 * `npm test`: everything that stands between a change and a release, cheapest first. It goes on after a failure, so
 * that one run shows all of them (but nothing runs on a build that failed), says what it left out, and ends with
 * `N passed, N failed`: each test counts, and so does each step that is no test.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = mkdtempSync(join(tmpdir(), 'npm-test-'));
/** How many skipped tests of one file are named. */
const MOST_NAMES = 4;
const STEPS = [
  { name: 'build', command: ['npm', 'run', '--silent', 'build'] },
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'generate --check', command: ['npm', 'run', '--silent', 'generate', '--', '--check', '--built'] },
  { name: 'tests', projects: ['unit', 'rules'] },
  { name: 'package tests', projects: ['package', 'timed'] },
];

const total = { passed: 0, failed: 0 };
const failedSteps = [];
const leftOut = [
  'test/system: needs packages of the system (pre-commit, redis-server, chromium); .ci/run installs them and runs it',
];

try {
  for (const step of STEPS) {
    const started = Date.now();
    console.log(`\n== ${step.name}`);
    const isGood = step.projects ? runTests(step) : runStep(step);
    console.log(`== ${step.name}: ${isGood ? 'good' : 'FAILED'}, ${Math.round((Date.now() - started) / 1000)} s`);
    if (isGood) continue;
    failedSteps.push(step.name);
    if (step.name === 'build') {
      leftOut.push('everything after the build');
      break;
    }
  }
} finally {
  rmSync(results, { recursive: true, force: true });
}

console.log();
if (failedSteps.length > 0) console.log(`Failed: ${failedSteps.join(', ')}.`);
console.log(`Left out:\n${leftOut.map((what) => `  ${what}`).join('\n')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = failedSteps.length > 0 || total.failed > 0 ? 1 : 0;

function run([command, ...args]) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status === 0;
}

function runStep({ command }) {
  const isGood = run(command);
  total[isGood ? 'passed' : 'failed']++;
  return isGood;
}

/** Runs vitest projects and adds its tests to the total; a file that cannot be loaded counts as a failed test. */
function runTests({ name, projects }) {
  const file = join(results, `${projects.join('-')}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const isGood = run(['npx', 'vitest', 'run', ...projects.map((project) => `--project=${project}`), ...reporters]);
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    total.failed++;
    return false;
  }
  let hasFailed = false;
  for (const { name: path, status, assertionResults } of report.testResults) {
    const failures = assertionResults.filter((test) => test.status === 'failed').length;
    const isBroken = status === 'failed' && failures === 0;
    total.failed += failures + (isBroken ? 1 : 0);
    hasFailed ||= failures > 0 || isBroken;
    total.passed += assertionResults.filter((test) => test.status === 'passed').length;
    const skipped = assertionResults.filter(({ status }) => status !== 'passed' && status !== 'failed');
    if (skipped.length === 0) continue;
    const names = skipped.slice(0, MOST_NAMES).map(({ fullName }) => fullName);
    const others = skipped.length > MOST_NAMES ? ` and ${skipped.length - MOST_NAMES} more` : '';
    leftOut.push(`${relative(root, path)}, ${skipped.length}: ${names.join('; ')}${others}`);
  }
  // For instance an error thrown outside any test.
  if (!isGood && !hasFailed) total.failed++;
  if (isGood && report.numTotalTests === 0) leftOut.push(`${name}: there are none`);
  return isGood;
}
