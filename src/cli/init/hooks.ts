import { isMap, isSeq, parseDocument } from 'yaml';
import { valueAt, withValue } from './json.js';
import type { Step } from './step.js';
import { COMMANDS_OF, type Surroundings } from './surroundings.js';

const FILES = '*.{js,mjs,cjs,ts,mts,cts}';
const RUNS = /backend-lint|\beslint\b/;
/** Forms of lint-staged's configuration that are code, or are not read here. */
const UNREAD = [
  ...['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((extension) => `lint-staged.config.${extension}`),
  ...['js', 'mjs', 'cjs', 'ts', 'mts', 'cts', 'yaml', 'yml'].map((extension) => `.lintstagedrc.${extension}`),
];
const WHY = 'a commit with a finding is stopped';

/** Adds the linter to the hook manager that the project has; null where it has none. */
export function addHook(around: Surroundings): Step | null {
  const lefthook = ['lefthook.yml', 'lefthook.yaml', '.lefthook.yml', '.lefthook.yaml'].find(
    (file) => around.read(file) !== null,
  );
  if (lefthook) return addToLefthook(lefthook, around);
  if (around.read('.pre-commit-config.yaml') !== null) return addToPreCommit(around);
  if ('lint-staged' in around.packageJson) return addToLintStaged('package.json', ['lint-staged'], around);
  const own = ['.lintstagedrc.json', '.lintstagedrc'].find((file) => around.read(file) !== null);
  if (own) return addToLintStaged(own, [], around);
  const unread = UNREAD.find((file) => around.read(file) !== null);
  if (unread) return adviseLintStaged(unread, around.read(unread)!);
  if (around.list('.husky').length > 0 || around.dependencies.has('husky')) return adviseHusky(around);
  return null;
}

function addToLefthook(file: string, around: Surroundings): Step {
  const text = around.read(file)!;
  if (RUNS.test(text)) return { kind: 'done', what: `${file} runs it before a commit` };
  const command = `${COMMANDS_OF[around.packageManager].exec} backend-lint {staged_files}`;
  const document = parseDocument(text);
  const isUsable = document.errors.length === 0 && (document.contents === null || isMap(document.contents));
  // Version 2 knows lists of jobs too; one form per hook.
  const hasJobs = isUsable && document.hasIn(['pre-commit', 'jobs']);
  if (!isUsable) return { kind: 'by hand', what: `Add a pre-commit command to ${file}`, text: command };
  if (hasJobs) {
    const jobs: unknown = document.getIn(['pre-commit', 'jobs']);
    if (!isSeq(jobs)) return { kind: 'by hand', what: `Add a pre-commit job to ${file}`, text: command };
    jobs.add(document.createNode({ name: 'backend-lint', glob: FILES, run: command }));
  } else document.setIn(['pre-commit', 'commands', 'backend-lint'], document.createNode({ glob: FILES, run: command }));
  return { kind: 'write', file, after: document.toString({ lineWidth: 0 }), why: WHY };
}

function addToPreCommit(around: Surroundings): Step {
  const file = '.pre-commit-config.yaml';
  const text = around.read(file)!;
  if (RUNS.test(text)) return { kind: 'done', what: `${file} runs it before a commit` };
  const hook = {
    repo: 'local',
    hooks: [
      {
        id: 'backend-lint',
        name: 'backend-lint',
        entry: `${COMMANDS_OF[around.packageManager].exec} backend-lint`,
        language: 'system',
        types_or: ['javascript', 'ts'],
      },
    ],
  };
  const document = parseDocument(text);
  const repos: unknown = document.get('repos');
  if (document.errors.length > 0 || !isSeq(repos))
    return { kind: 'by hand', what: `Add a hook to ${file}`, text: JSON.stringify(hook, null, 2) };
  repos.add(document.createNode(hook));
  return { kind: 'write', file, after: document.toString({ lineWidth: 0 }), why: WHY };
}

function addToLintStaged(file: string, path: readonly string[], around: Surroundings): Step {
  const text = around.read(file)!;
  const found = valueAt(text, path);
  const config = found?.value;
  if (typeof config !== 'object' || config === null || Array.isArray(config)) return adviseLintStaged(file, text);
  if (RUNS.test(JSON.stringify(config))) return { kind: 'done', what: 'lint-staged runs it before a commit' };
  const after = withValue(text, [...path, FILES], 'backend-lint');
  return after === null ? adviseLintStaged(file, text) : { kind: 'write', file, after, why: WHY };
}

function adviseLintStaged(file: string, text: string): Step {
  if (RUNS.test(text)) return { kind: 'done', what: 'lint-staged runs it before a commit' };
  return {
    kind: 'by hand',
    what: `Add to the configuration of lint-staged in ${file}`,
    text: `"${FILES}": "backend-lint"`,
  };
}

function adviseHusky(around: Surroundings): Step {
  const ran = around.list('.husky').some((name) => RUNS.test(around.read(`.husky/${name}`) ?? ''));
  if (ran) return { kind: 'done', what: '.husky runs it before a commit' };
  return {
    kind: 'by hand',
    what: 'husky is there, lint-staged is not: it hands over the files of a commit',
    text: `${COMMANDS_OF[around.packageManager].add} lint-staged\npackage.json: "lint-staged": { "${FILES}": "backend-lint" }\n.husky/pre-commit: npx lint-staged`,
  };
}
