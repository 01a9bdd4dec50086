/**
 * A small digest of a text that says for certain when a string is not in it (a Bloom filter over runs of three
 * characters, letter case ignored). It stays when the text itself is dropped, at about a bit per character.
 */
export type TextFilter = Uint32Array;

const MIN_BITS = 256;
const MAX_BITS = 1 << 17;

const hash = (a: number, b: number, c: number): number => {
  const mixed = Math.imul(((a | 32) * 0x1f1f) ^ ((b | 32) * 0x2a3d1) ^ ((c | 32) * 0x5bd1e95), 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
};

/**
 * The digest of a text.
 * @param density bits for a character: one that isn't kept may be larger, and errs less often
 */
export function makeTextFilter(text: string, density = 1): TextFilter {
  let bits = MIN_BITS;
  while (bits < text.length * density && bits < MAX_BITS) bits <<= 1;
  const filter = new Uint32Array(bits >>> 5);
  const mask = bits - 1;
  let a = text.charCodeAt(0);
  let b = text.charCodeAt(1);
  for (let index = 2; index < text.length; index++) {
    const c = text.charCodeAt(index);
    const bit = hash(a, b, c) & mask;
    filter[bit >>> 5] = (filter[bit >>> 5] as number) | (1 << (bit & 31));
    a = b;
    b = c;
  }
  return filter;
}

/** False where the text of the digest surely doesn't hold `needle`, in any letter case. */
export function mayContain(filter: TextFilter, needle: string): boolean {
  const mask = (filter.length << 5) - 1;
  for (let index = 2; index < needle.length; index++) {
    const bit = hash(needle.charCodeAt(index - 2), needle.charCodeAt(index - 1), needle.charCodeAt(index)) & mask;
    if (((filter[bit >>> 5] as number) & (1 << (bit & 31))) === 0) return false;
  }
  return true;
}

/**
 * Strings of which every text that a pattern matches holds at least one, letter case ignored: `/create(?:Hmac|Hash)/`
 * gives `create`, `/(?:local|session)Storage/` gives `Storage`, `/\b(?:insert|update)\b/` gives `insert` and `update`.
 * @returns null where the pattern promises none of three characters or more
 */
export const findRequiredStrings = (pattern: RegExp): readonly string[] | null => requiredIn(pattern.source);

function requiredIn(source: string): readonly string[] | null {
  const required: string[] = [];
  for (const alternative of splitAlternatives(source)) {
    let best: readonly string[] = [];
    for (const each of allRequired(alternative)) if (shortest(each) > shortest(best)) best = each;
    if (shortest(best) < 3) return null;
    required.push(...best);
  }
  return required;
}

const shortest = (texts: readonly string[]): number =>
  texts.length === 0 ? 0 : Math.min(...texts.map(({ length }) => length));

/** The end of the group or class that begins at `start`, past its closing bracket. */
function skipBracket(source: string, start: number): number {
  let depth = 0;
  let isClass = false;
  for (let index = start; index < source.length; index++) {
    const char = source[index];
    if (char === '\\') index++;
    else if (isClass) isClass = char !== ']';
    else if (char === '[') isClass = true;
    else if (char === '(') depth++;
    else if (char === ')') depth--;
    if (depth === 0 && !isClass) return index + 1;
  }
  return source.length;
}

function splitAlternatives(source: string): string[] {
  const parts: string[] = [];
  let begin = 0;
  for (let index = 0; index < source.length;) {
    const char = source[index];
    if (char === '\\') index += 2;
    else if (char === '[' || char === '(') index = skipBracket(source, index);
    else {
      if (char === '|') {
        parts.push(source.slice(begin, index));
        begin = index + 1;
      }
      index++;
    }
  }
  parts.push(source.slice(begin));
  return parts;
}

/** What an alternative requires: its runs of plain characters, and of each group that must be there one of several. */
function allRequired(source: string): (readonly string[])[] {
  const found: (readonly string[])[] = [];
  let run = '';
  const end = (): void => {
    // `|32` folds ASCII letters only; under `i` and `u` others have cases too.
    if (!/[^\x20-\x7e]/.test(run)) found.push([run]);
    run = '';
  };
  for (let index = 0; index < source.length;) {
    const char = source[index] as string;
    if (char === '(' || char === '[') {
      end();
      const after = skipBracket(source, index);
      const body =
        char === '(' && !/[?*{]/.test(source[after] ?? '') ? bodyOf(source.slice(index + 1, after - 1)) : null;
      const inner = body === null ? null : requiredIn(body);
      if (inner) found.push(inner);
      index = after;
    } else if (char === '\\') {
      const escaped = source[index + 1] ?? '';
      if (/[a-z0-9]/i.test(escaped)) {
        end();
        // `\x41`, `\u{…}`, `\cA`, `\p{…}`, `\k<…>`: what follows belongs to the escape.
        if (/[xucpPk]/.test(escaped)) return found;
      } else run += escaped;
      index += 2;
    } else if (/[*?{]/.test(char)) {
      run = run.slice(0, -1);
      end();
      index = char === '{' ? Math.max(source.indexOf('}', index), index) + 1 : index + 1;
    } else if (char === '+' || char === '.' || char === '^' || char === '$') {
      end();
      index++;
    } else {
      run += char;
      index++;
    }
  }
  end();
  return found;
}

/** What stands in a group that matches text of its own; null for one that only looks. */
function bodyOf(group: string): string | null {
  if (!group.startsWith('?')) return group;
  return /^\?(?::|<[A-Za-z_$])/.test(group) ? group.slice(group.indexOf(group[1] === ':' ? ':' : '>') + 1) : null;
}
