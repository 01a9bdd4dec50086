import { isPlaceholderToken } from '../placeholders.js';
import { businessTokens } from './business-services.js';
import { cloudTokens } from './clouds.js';
import { developerTokens } from './developer-tools.js';
import { allJwtLiterals } from './jwt-literals.js';
import type { ProviderSecret, ProviderTokenRow } from './types.js';

/** Every row of the pattern library. */
export const providerTokenRows: readonly ProviderTokenRow[] = [...cloudTokens, ...developerTokens, ...businessTokens];

interface CompiledRow {
  readonly row: ProviderTokenRow;
  readonly hint: RegExp;
  readonly pattern: RegExp;
  readonly testMode: RegExp | null;
}

interface CompiledLibrary {
  /** Matches any text worth a closer look. */
  readonly filter: RegExp;
  readonly rows: readonly CompiledRow[];
}

/** The shortest secret any row describes (an Alibaba id); a shorter text holds none. */
const SHORTEST = 16;

const NONE: readonly ProviderSecret[] = Object.freeze([]);

let compiled: CompiledLibrary | null = null;

function library(): CompiledLibrary {
  compiled ??= {
    filter: new RegExp([...new Set(providerTokenRows.map((row) => row.hint)), 'eyJ'].join('|')),
    rows: providerTokenRows.map((row) => ({
      row,
      hint: new RegExp(row.hint),
      pattern: new RegExp(`(?<![A-Za-z0-9_])(?:${row.pattern})(?![A-Za-z0-9])`, 'dg'),
      testMode: row.testMode === undefined ? null : new RegExp(row.testMode),
    })),
  };
  return compiled;
}

/**
 * All tokens of known providers anywhere in a text, publishable ones included (marked so), placeholders and documented sample keys left
 * out. Harmless texts cost one regular expression. `now` (milliseconds) decides which JWTs have expired.
 */
export function findProviderSecrets(text: string, now: number = Date.now()): readonly ProviderSecret[] {
  if (text.length < SHORTEST || !library().filter.test(text)) return NONE;
  const found: ProviderSecret[] = allJwtLiterals(text, now);
  for (const compiledRow of library().rows) found.push(...matchesOf(compiledRow, text));
  return found.length === 0 ? NONE : withoutOverlaps(found);
}

function matchesOf({ row, hint, pattern, testMode }: CompiledRow, text: string): ProviderSecret[] {
  const found: ProviderSecret[] = [];
  if (!hint.test(text)) return found;
  for (const match of text.matchAll(pattern)) {
    const secret = match[1] ?? match[0];
    if (isPlaceholderToken(secret)) continue;
    const [start, end] = match.indices?.[1] ?? [match.index, match.index + match[0].length];
    found.push({
      provider: row.provider,
      kind: row.kind,
      start,
      end,
      live: testMode === null || !testMode.test(secret),
      publishable: row.publishable ?? false,
    });
  }
  return found;
}

/** The findings in order; where two cover the same text, the longer one. */
function withoutOverlaps(found: readonly ProviderSecret[]): ProviderSecret[] {
  const longestFirst = [...found].sort((a, b) => b.end - b.start - (a.end - a.start));
  const kept: ProviderSecret[] = [];
  for (const one of longestFirst) {
    if (kept.every((other) => one.end <= other.start || other.end <= one.start)) kept.push(one);
  }
  return kept.sort((a, b) => a.start - b.start);
}
