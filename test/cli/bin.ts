import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

const here = dirname(fileURLToPath(import.meta.url));
export const ROOT = join(here, '..', '..');

/** The command over the real plugin, and over the plugin of small rules in stub-plugin.cjs. */
export const BINS = { real: join(ROOT, 'dist', 'cli', 'main.js'), stub: join(here, 'stub-bin.cjs') } as const;

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly bin?: keyof typeof BINS;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs `backend-lint` in a folder, without a terminal and without the colours that the test runner asks for. */
export function backendLint(cwd: string, args: readonly string[], options: RunOptions = {}): Ran {
  // An undefined variable is not set for the child.
  const unset = { FORCE_COLOR: undefined, NO_COLOR: undefined, CI_PROJECT_DIR: undefined, GITHUB_WORKSPACE: undefined };
  const env: NodeJS.ProcessEnv = { ...process.env, ...unset, ...options.env };
  const { status, stdout, stderr } = spawnSync(process.execPath, [BINS[options.bin ?? 'stub'], ...args], {
    cwd,
    env,
    input: options.input ?? '',
    encoding: 'utf8',
  });
  return { code: status, stdout, stderr };
}

const made: string[] = [];

afterAll(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
});

/** A folder with these files, gone after the test file. */
export function makeProject(files: Readonly<Record<string, string>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'backend-lint-')));
  made.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** The findings of `--format json`, as `file:line rule`. */
export function findings(cwd: string, args: readonly string[], options: RunOptions = {}): string[] {
  const { stdout } = backendLint(cwd, [...args, '--format', 'json'], options);
  const results = JSON.parse(stdout) as { filePath: string; messages: { line: number; ruleId: string | null }[] }[];
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, ruleId }) => `${filePath.slice(cwd.length + 1)}:${line} ${ruleId}`),
  );
}
