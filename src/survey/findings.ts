import { createHash } from 'node:crypto';
import type { SecretTraces } from './collected.js';
import type { FindingEntry, RuleEntry } from './document.js';
import { maskSentence } from './masks.js';
import { lineStarts } from './place.js';

/** A finding as linting gives it: lines and columns from 1. */
export interface Reported {
  /** Absolute path. */
  readonly file: string;
  /** The rule without its prefix. */
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A finding with its entry and the offset at which it begins. */
export interface Located {
  readonly file: string;
  readonly offset: number;
  readonly rule: string;
  readonly entry: FindingEntry;
}

interface Sources {
  /** The text of a file with its secrets covered, every character in its place; null where it can't be read. */
  readonly masked: (file: string) => string | null;
  readonly traces: (file: string) => SecretTraces;
  readonly shown: (file: string) => string;
}

/** The findings as the survey holds them, by file and place. */
export function locate(reported: readonly Reported[], rules: readonly RuleEntry[], sources: Sources): Located[] {
  const areas = new Map(rules.map(({ name, area }) => [name, area]));
  const seen = new Map<string, number>();
  const tables = new Map<string, readonly number[]>();
  return [...reported].sort(byPlace).map((finding) => {
    const { file, rule, severity, line, column, endLine, endColumn } = finding;
    const text = sources.masked(file) ?? '';
    let table = tables.get(file);
    if (!table) tables.set(file, (table = lineStarts(text)));
    const start = table[line - 1] ?? 0;
    const message = maskSentence(finding.message, sources.traces(file));
    const code = text.slice(start, table[line] ?? text.length).trim();
    const identity = [rule, sources.shown(file), message.replaceAll(/(?<=:|\blines? )\d+/g, ''), code].join('\n');
    // The same line twice in a file: told apart by their order.
    const count = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, count);
    const key = createHash('sha256').update(`${identity}\n${count}`).digest('hex').slice(0, 16);
    const entry: FindingEntry = {
      key,
      rule,
      area: areas.get(rule) ?? '',
      severity,
      message,
      place: { file: sources.shown(file), line, endLine },
      column,
      endColumn,
    };
    return { file, offset: start + column - 1, rule, entry };
  });
}

const byPlace = (a: Reported, b: Reported): number =>
  a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1;
