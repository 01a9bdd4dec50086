/** Small apps on disk for the codemods: run over them in this process, compiled by TypeScript, read back. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import ts from 'typescript';
import { afterAll, expect, vi } from 'vitest';
import { run } from '../../src/cli/run.js';
import plugin from '../../src/index.js';

const ROOT = resolve(__dirname, '../..');
const made: string[] = [];

// Each app is compiled three times, on machines that may be busy with something else: the limit is for what hangs.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 });

afterAll(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
});

export type Files = Readonly<Record<string, string>>;

export const packageJson = (dependencies: readonly string[], more: object = {}): string =>
  `${JSON.stringify({ name: 'app', private: true, ...more, dependencies: Object.fromEntries(dependencies.map((each) => [each, '*'])) }, null, 2)}\n`;

/** The strictest settings that teams use; ES modules by Node's own rules where the package is one. */
export const TSCONFIG = `${JSON.stringify({
  compilerOptions: {
    target: 'ES2022',
    lib: ['ES2022'],
    module: 'nodenext',
    strict: true,
    noUncheckedIndexedAccess: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    experimentalDecorators: true,
    emitDecoratorMetadata: true,
    types: ['node'],
    noEmit: true,
  },
  include: ['src'],
})}\n`;

/** The app in a folder of its own, beside this project's own dependencies; gone after the test file. */
export function makeApp(files: Files): string {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'codemod-')));
  made.push(dir);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  symlinkSync(join(ROOT, 'node_modules'), join(dir, 'node_modules'));
  return dir;
}

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** `backend-lint` with these arguments, in this process. */
export async function backendLint(cwd: string, ...args: readonly string[]): Promise<Ran> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const texts = { stdout: '', stderr: '' };
  stdout.on('data', (chunk: Buffer) => (texts.stdout += chunk.toString()));
  stderr.on('data', (chunk: Buffer) => (texts.stderr += chunk.toString()));
  const env = { NO_COLOR: '1', BACKEND_LINT_DEBUG: '1' };
  const code = await run(args, plugin, { cwd, env, stdin: Readable.from([]), stdout, stderr });
  return { code, ...texts };
}

/** Every file of an app by its path. */
export function readApp(dir: string): Record<string, string> {
  const paths = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1));
  return Object.fromEntries(
    paths
      .filter((path) => !path.startsWith('node_modules'))
      .map((path) => [path, readFileSync(join(dir, path), 'utf8')]),
  );
}

/** What TypeScript has against an app. */
export function compileErrors(dir: string): string[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(dir, 'tsconfig.json'),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
        throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, ' '));
      },
    },
  )!;
  const program = ts.createProgram(config.fileNames, config.options);
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const { file, start, messageText } = diagnostic;
    const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${file?.fileName.slice(dir.length + 1)}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}

/**
 * Runs a codemod over an app for real: the result compiles and a second run finds nothing to do.
 * @returns the files that are new or differ, and what was said
 */
export async function applied(
  files: Files,
  ...args: readonly string[]
): Promise<{ dir: string; changed: Record<string, string>; said: string; code: number }> {
  const dir = makeApp(files);
  const { code, stdout, stderr } = await backendLint(dir, 'codemod', ...args, '--yes');
  expect(stderr).toBe('');
  if ('tsconfig.json' in files) expect(compileErrors(dir)).toEqual([]);
  const after = readApp(dir);
  const again = await backendLint(dir, 'codemod', ...args, '--yes');
  expect(again.stderr + again.stdout).not.toMatch(/Wrote|---/);
  expect(readApp(dir)).toEqual(after);
  const changed = Object.fromEntries(Object.entries(after).filter(([path, text]) => files[path] !== text));
  return { dir, changed, said: stdout, code };
}

/** The findings of a rule in an app, as `file:line`. */
export async function findingsOf(dir: string, ...rules: readonly string[]): Promise<string[]> {
  const args = rules.flatMap((rule) => ['--rule', rule]);
  const { stdout } = await backendLint(dir, ...args, '--format', 'json');
  const results = JSON.parse(stdout) as { filePath: string; messages: { line: number; ruleId: string }[] }[];
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, ruleId }) => `${filePath.slice(dir.length + 1)}:${line} ${ruleId.slice('backend/'.length)}`),
  );
}
