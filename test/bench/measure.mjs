/** One sample: all files linted once with one configuration, as one run of ESLint would. */
import { createRequire } from 'node:module';
import { dirname, join, parse } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc');
// ESLint builds the array once for a run; given a plain array, Linter would build (and validate) it for every file, and
// that would be counted against whoever has more rules. The class has no public door.
const require = createRequire(import.meta.url);
const eslintRoot = dirname(require.resolve('eslint/package.json'));
const { FlatConfigArray } = require(join(eslintRoot, 'lib/config/flat-config-array.js'));

const BYTES_PER_MB = 1024 * 1024;

/** CPU time of this process since it started, in milliseconds: user and system, all threads, garbage collection too. */
function cpuMilliseconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function heapMegabytes() {
  gc();
  return process.memoryUsage().heapUsed / BYTES_PER_MB;
}

function configsOf({ plugins, rules }, cwd) {
  const configs = new FlatConfigArray(
    [
      {
        files: ['**/*.{ts,mts,cts,tsx,js,mjs,cjs,jsx}'],
        languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
        linterOptions: { reportUnusedDisableDirectives: 'off' },
        plugins,
        rules,
      },
    ],
    // Several folders may have been given; a file outside the base path would not be linted at all.
    { basePath: parse(cwd).root },
  );
  configs.normalizeSync();
  return configs;
}

/**
 * @returns {{ cpu: number, findings: number, faults: number, heapHalf: number, heapAll: number }} CPU milliseconds for
 * all files; findings; rules that gave up on a file; heap kept (MB) after half of the files and after all of them.
 */
export function sample(load, { cwd, files }) {
  const config = load();
  const configs = configsOf(config, cwd);
  const linter = new Linter({ cwd });
  const half = Math.ceil(files.length / 2);
  const before = heapMegabytes();
  const result = { cpu: 0, findings: 0, faults: 0, heapHalf: 0, heapAll: 0 };
  for (const [part, heap] of [
    [files.slice(0, half), 'heapHalf'],
    [files.slice(half), 'heapAll'],
  ]) {
    const started = cpuMilliseconds();
    for (const { path, text } of part) {
      for (const message of linter.verify(text, configs, { filename: path, allowInlineConfig: false })) {
        if (message.ruleId !== null) result.findings++;
        if (message.messageId === 'internalError') result.faults++;
      }
    }
    result.cpu += cpuMilliseconds() - started;
    result[heap] = heapMegabytes() - before;
  }
  return result;
}

/** The files that parse; the others would only measure how fast an error is made. */
export function allParsable({ cwd, files }) {
  const configs = configsOf({ plugins: {}, rules: {} }, cwd);
  const linter = new Linter({ cwd });
  return files.filter(({ path, text }) => linter.verify(text, configs, { filename: path }).length === 0);
}
