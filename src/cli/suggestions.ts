import type { Message } from './results.js';

const BOM = '\uFEFF';

/** One replacement in a text, by offsets without the byte order mark. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Tells a suggestion that was taken already, and did not settle its finding, from a new one. */
  readonly key: string;
}

/** The suggestions of findings that have exactly one, in the order of the text. */
export function allSingleSuggestions(text: string, messages: readonly Message[]): Edit[] {
  const plain = text.startsWith(BOM) ? text.slice(1) : text;
  return messages
    .flatMap((message): Edit[] => {
      const [only, ...others] = message.suggestions ?? [];
      if (!only || others.length > 0) return [];
      const [start, end] = only.fix.range;
      const key = JSON.stringify([message.ruleId, message.message, only.fix.text, plain.slice(start, end)]);
      return start < 0 ? [] : [{ start, end, text: only.fix.text, key }];
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The edits that neither overlap nor touch: of two that do, the one that starts first. */
export function withoutOverlaps(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  for (const edit of edits) {
    const last = kept.at(-1);
    if (!last || edit.start > last.end) kept.push(edit);
  }
  return kept;
}

/** The text with the edits made. They must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const bom = text.startsWith(BOM) ? BOM : '';
  const plain = text.slice(bom.length);
  let result = bom;
  let at = 0;
  for (const { start, end, text: replacement } of edits) {
    result += plain.slice(at, start) + replacement;
    at = end;
  }
  return result + plain.slice(at);
}
