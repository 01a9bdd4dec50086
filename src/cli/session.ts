import { readFile, stat } from 'node:fs/promises';
import { unifiedDiff } from './diff.js';
import { oneLine, type Fault } from './errors.js';
import { FileFixer } from './fix.js';
import { isMachineMade } from './files.js';
import type { Io } from './io.js';
import type { CodeLinter } from './lint.js';
import type { CliOptions } from './options.js';
import { shownPath } from './paths.js';
import { Progress } from './progress.js';
import { isFatal, makeResult, type FileResult } from './results.js';
import { writeAtomically } from './write.js';

type Kinds = Pick<CliOptions, 'fix' | 'fixSuggestions' | 'fixDryRun'>;

/** What linting a set of files gave. */
export interface Outcome {
  readonly results: readonly FileResult[];
  readonly faults: readonly Fault[];
  readonly fixed: { readonly findings: number; readonly files: number };
  /** The unified diff of `--fix-dry-run`. */
  readonly diff: string;
}

/** Lints files one after the other; of a file without findings nothing stays in memory but its path. */
export class Session {
  readonly #results: FileResult[] = [];
  readonly #faults: Fault[] = [];
  readonly #diffs: string[] = [];
  #findingsFixed = 0;
  #filesFixed = 0;

  constructor(
    readonly linter: CodeLinter,
    readonly io: Pick<Io, 'cwd' | 'stderr'>,
    readonly kinds: Kinds,
  ) {}

  /**
   * @param files absolute paths
   * @param named those to lint even if they look generated or minified
   */
  async lintFiles(files: readonly string[], named: ReadonlySet<string>): Promise<Outcome> {
    const progress = new Progress(this.io.stderr, files.length);
    for (const [done, file] of files.entries()) {
      progress.step(done, shownPath(this.io.cwd, file));
      await this.#lintFile(file, named.has(file));
    }
    progress.end();
    return this.#outcome();
  }

  /** Lints a text that stands for a file; nothing is written. */
  async lintText(text: string, file: string): Promise<Outcome> {
    await this.#process(text, file);
    return this.#outcome();
  }

  #outcome(): Outcome {
    return {
      results: this.#results,
      faults: this.#faults,
      fixed: { findings: this.#findingsFixed, files: this.#filesFixed },
      diff: this.#diffs.join(''),
    };
  }

  async #lintFile(file: string, isNamed: boolean): Promise<void> {
    let text: string;
    let changedAt: number;
    try {
      changedAt = (await stat(file)).mtimeMs;
      text = await readFile(file, 'utf8');
    } catch (error) {
      this.#faults.push({ file, rule: null, message: `can't read it: ${oneLine(error)}` });
      return;
    }
    if (!isNamed && isMachineMade(text)) return;
    const fixed = await this.#process(text, file);
    if (fixed === null || this.kinds.fixDryRun) return;
    try {
      if ((await stat(file)).mtimeMs !== changedAt) throw new Error('it changed while it was being linted');
      await writeAtomically(file, fixed);
    } catch (error) {
      this.#faults.push({ file, rule: null, message: `can't write the fixed file: ${oneLine(error)}` });
    }
  }

  /** Lints one text, with the fixes asked for. The new text, or null where it stays as it is. */
  async #process(text: string, file: string): Promise<string | null> {
    const first = await this.linter.lint(text, file, false);
    if (first === null) return null;
    this.#faults.push(...first.faults);
    const { linted, text: output, faults } = await this.#fixed(text, file, first);
    this.#faults.push(...faults);
    this.#results.push(makeResult(file, linted.messages, linted.suppressed, output));
    if (output === text) return null;
    this.#filesFixed++;
    this.#findingsFixed += Math.max(first.messages.length - linted.messages.length, 0);
    if (this.kinds.fixDryRun) this.#diffs.push(unifiedDiff(shownPath(this.io.cwd, file), text, output));
    return output;
  }

  async #fixed(text: string, file: string, first: Awaited<ReturnType<CodeLinter['lint']>> & object) {
    const { fix, fixSuggestions } = this.kinds;
    const isNeeded = (fix || fixSuggestions) && first.messages.length > 0 && !first.messages.some(isFatal);
    if (!isNeeded) return { linted: first, text, faults: [] };
    return new FileFixer(this.linter, file, { fix, fixSuggestions }).run(text, first);
  }
}
