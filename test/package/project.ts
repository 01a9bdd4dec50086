/** Empty projects in a temporary folder, into which the packed plugin is installed as a user would. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import type {} from './packed.js';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A new temporary folder, and the packed plugin, which all tests share. */
export function pack(): { folder: string; tarball: string } {
  return { folder: mkdtempSync(join(tmpdir(), 'packed-')), tarball: inject('tarball') };
}

export class UserProject {
  constructor(
    readonly folder: string,
    /** The Node that runs its scripts. */
    private readonly runtime = process.execPath,
  ) {
    mkdirSync(folder, { recursive: true });
  }

  write(files: Readonly<Record<string, string>>): this {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true });
      writeFileSync(join(this.folder, path), text);
    }
    return this;
  }

  /** @throws {Error} with npm's output when the installation fails. */
  install(...packages: string[]): this {
    this.write({ 'package.json': '{ "name": "user", "private": true }' });
    const options = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error', '--strict-peer-deps'];
    execFileSync('npm', ['install', ...options, ...packages], { cwd: this.folder, stdio: ['ignore', 'pipe', 'pipe'] });
    return this;
  }

  /** Runs a script with Node in the project. */
  node(...args: string[]): Run {
    const { status, stdout, stderr } = spawnSync(this.runtime, args, { cwd: this.folder, encoding: 'utf8' });
    return { status, stdout, stderr };
  }

  /** Runs the project's own ESLint. */
  eslint(...args: string[]): Run {
    return this.node('node_modules/eslint/bin/eslint.js', ...args);
  }

  /** The rules that the project's ESLint reports in a file. */
  allReported(file: string): string[] {
    const { stdout, stderr } = this.eslint('--format', 'json', file);
    let results: { messages: { ruleId: string | null; message: string }[] }[];
    try {
      results = JSON.parse(stdout) as typeof results;
    } catch {
      throw new Error(`ESLint gave no results: ${stderr || stdout}`);
    }
    return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => ruleId ?? message));
  }

  /** The preset's rules as ESLint resolves them for a file. */
  allEnabled(file: string): string[] {
    const { stdout, stderr, status } = this.eslint('--print-config', file);
    if (status !== 0) throw new Error(stderr || stdout);
    const { rules } = JSON.parse(stdout) as { rules: Record<string, unknown> };
    return Object.keys(rules).filter((name) => name.startsWith('backend/'));
  }
}
