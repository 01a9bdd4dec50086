import type { Fault } from './errors.js';
import type { CodeLinter, Linted } from './lint.js';
import { isFatal, type Message } from './results.js';
import { allSingleSuggestions, applyEdits, withoutOverlaps, type Edit } from './suggestions.js';

/** As many as ESLint takes for its own fixes. */
const MAX_ROUNDS = 10;

export interface FixKinds {
  readonly fix: boolean;
  readonly fixSuggestions: boolean;
}

export interface Fixed {
  /** What is left to say about the text. */
  readonly linted: Linted;
  readonly text: string;
  readonly faults: readonly Fault[];
}

const isBroken = (linted: Linted | null): boolean => linted === null || linted.messages.some(isFatal);
const canFix = (message: Message): boolean => message.fix !== undefined;

/** Takes fixes and single suggestions into one file's text, round by round, until nothing changes. Writes nothing. */
export class FileFixer {
  readonly #faults: Fault[] = [];
  /** How often each suggestion may still be taken: as often as it was offered in one round. */
  readonly #budget = new Map<string, number>();

  constructor(
    readonly linter: CodeLinter,
    readonly filePath: string,
    readonly kinds: FixKinds,
  ) {}

  /** @param first what linting the text as it stands said */
  async run(text: string, first: Linted): Promise<Fixed> {
    let state = { text, linted: first };
    if (isBroken(first)) return { ...state, faults: [] };
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const before = state.text;
      if (this.kinds.fix && state.linted.messages.some(canFix)) state = await this.#takeFixes(state);
      if (this.kinds.fixSuggestions) state = await this.#takeSuggestions(state);
      if (state.text === before) break;
    }
    return { ...state, faults: this.#faults };
  }

  async #takeFixes(state: { text: string; linted: Linted }): Promise<{ text: string; linted: Linted }> {
    const linted = await this.linter.lint(state.text, this.filePath, true);
    if (linted && !isBroken(linted)) return { text: linted.output, linted };
    this.#faults.push({
      file: this.filePath,
      rule: null,
      message: 'a fix would have broken the syntax; it was not applied',
    });
    return state;
  }

  async #takeSuggestions(state: { text: string; linted: Linted }): Promise<{ text: string; linted: Linted }> {
    const { fix } = this.kinds;
    const open = state.linted.messages.filter((message) => !(fix && canFix(message)));
    const edits = this.#withinBudget(withoutOverlaps(allSingleSuggestions(state.text, open)));
    if (edits.length === 0) return state;
    const together = await this.#tryEdits(state.text, edits);
    if (together) return together;
    // One of them breaks the file: take them one by one, from the end so that the offsets before stay true.
    let current = state;
    for (const edit of [...edits].reverse()) {
      const next = await this.#tryEdits(current.text, [edit]);
      if (next) current = next;
      else
        this.#faults.push({
          file: this.filePath,
          rule: ruleOf(edit),
          message: 'a suggestion would have broken the syntax; it was not applied',
        });
    }
    return current;
  }

  async #tryEdits(text: string, edits: readonly Edit[]): Promise<{ text: string; linted: Linted } | null> {
    const next = applyEdits(text, edits);
    const linted = await this.linter.lint(next, this.filePath, false);
    return linted && !isBroken(linted) ? { text: next, linted } : null;
  }

  #withinBudget(edits: readonly Edit[]): Edit[] {
    const offered = new Map<string, number>();
    for (const { key } of edits) offered.set(key, (offered.get(key) ?? 0) + 1);
    for (const [key, times] of offered) if (!this.#budget.has(key)) this.#budget.set(key, times);
    return edits.filter(({ key }) => {
      const left = this.#budget.get(key)!;
      if (left > 0) this.#budget.set(key, left - 1);
      return left > 0;
    });
  }
}

const ruleOf = (edit: Edit): string | null => (JSON.parse(edit.key) as [string | null])[0];
