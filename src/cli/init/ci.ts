import { isMap, parseDocument } from 'yaml';
import type { Step } from './step.js';
import { COMMANDS_OF, type Surroundings } from './surroundings.js';

const RUNS = /backend-lint|\beslint\b|\brun lint\b|\blint:|(?:yarn|pnpm) lint\b/;
const WHY = 'a pull request with a finding fails';

/** Adds the linter to the CI that the project has; null where none is recognised. */
export function addCiStep(around: Surroundings): Step | null {
  if (around.read('.gitlab-ci.yml') !== null) return addToGitlab(around);
  const isOnGithub = around.list('.github').length > 0 || /github\.com/.test(around.read('.git/config') ?? '');
  return isOnGithub ? addWorkflow(around) : null;
}

function addWorkflow(around: Surroundings): Step {
  const folder = '.github/workflows';
  const running = around.list(folder).find((name) => RUNS.test(around.read(`${folder}/${name}`) ?? ''));
  if (running) return { kind: 'done', what: `${folder}/${running} lints already, and now with the plugin` };
  return {
    kind: 'write',
    file: `${folder}/backend-lint.yml`,
    after: workflow(around),
    why: WHY,
  };
}

/** What installs Node and the package manager on the runner. */
function setupOf({ packageManager, isManagerPinned }: Surroundings): readonly string[] {
  if (packageManager === 'bun') return ['      - uses: oven-sh/setup-bun@v2'];
  const cache = packageManager === 'yarn-classic' ? 'yarn' : packageManager;
  return [
    // The runner's own yarn is version 1; corepack brings the one of package.json.
    ...(packageManager === 'yarn' ? ['      - run: corepack enable'] : []),
    ...(packageManager === 'pnpm' ? ['      - uses: pnpm/action-setup@v4'] : []),
    // It reads the version from package.json, and stops where neither says one.
    ...(packageManager === 'pnpm' && !isManagerPinned ? ['        with: { version: latest }'] : []),
    '      - uses: actions/setup-node@v4',
    `        with: { node-version: 22, cache: ${cache} }`,
  ];
}

function workflow(around: Surroundings): string {
  const { ci, exec } = COMMANDS_OF[around.packageManager];
  return `${[
    'name: backend-lint',
    'on:',
    '  push:',
    '    branches: [main, master]',
    '  pull_request:',
    'permissions:',
    '  contents: read',
    'jobs:',
    '  backend-lint:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - uses: actions/checkout@v4',
    ...setupOf(around),
    `      - run: ${ci}`,
    `      - run: ${exec} backend-lint --format github`,
  ].join('\n')}\n`;
}

function addToGitlab(around: Surroundings): Step {
  const file = '.gitlab-ci.yml';
  const text = around.read(file)!;
  if (RUNS.test(text)) return { kind: 'done', what: `${file} lints already, and now with the plugin` };
  const { ci, exec } = COMMANDS_OF[around.packageManager];
  const job = {
    image: 'node:22',
    script: [
      ...(around.packageManager === 'yarn' || around.packageManager === 'pnpm' ? ['corepack enable'] : []),
      ci,
      `${exec} backend-lint --format gitlab --output-file gl-code-quality.json`,
    ],
    artifacts: { when: 'always', reports: { codequality: 'gl-code-quality.json' } },
  };
  const document = parseDocument(text, { logLevel: 'silent' });
  if (document.errors.length > 0 || !isMap(document.contents))
    return { kind: 'by hand', what: `Add a job to ${file}`, text: JSON.stringify({ 'backend-lint': job }, null, 2) };
  document.set('backend-lint', document.createNode(job));
  return { kind: 'write', file, after: document.toString({ lineWidth: 0 }), why: WHY };
}
