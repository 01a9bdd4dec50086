// @complete: no-command-injection
import { exec, execFile, spawn, type SpawnOptions } from 'node:child_process';
import { promisify } from 'node:util';

const execAsync = promisify(exec);
const execFileAsync = promisify(execFile);

export interface RunResult {
  stdout: string;
  stderr: string;
}

/** Runs a line in a shell. */
export async function sh(line: string, options: { timeout?: number } = {}): Promise<RunResult> {
  return execAsync(line, { timeout: options.timeout ?? 30_000 });
}

/** Runs a program with its arguments, no shell between. */
export async function run(program: 'ffmpeg' | 'ffprobe', args: readonly string[]): Promise<RunResult> {
  return execFileAsync(program, [...args], { timeout: 30_000 });
}

export class Command {
  private readonly parts: string[] = [];

  constructor(private readonly program: string) {}

  arg(value: string): this {
    this.parts.push(value);
    return this;
  }

  async runInShell(): Promise<RunResult> {
    return sh([this.program, ...this.parts].join(' '));
  }

  start(options: SpawnOptions = {}) {
    return spawn(this.program, this.parts, options);
  }
}
