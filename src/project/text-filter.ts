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

/** The digest of a text. */
export function makeTextFilter(text: string): TextFilter {
  let bits = MIN_BITS;
  while (bits < text.length && bits < MAX_BITS) bits <<= 1;
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
 * gives `create`.
 * @returns null where the pattern promises none of three characters or more
 */
export function findRequiredStrings(pattern: RegExp): readonly string[] | null {
  const alternatives = splitAlternatives(pattern.source);
  const required: string[] = [];
  for (const alternative of alternatives) {
    const longest = allLiteralRuns(alternative).sort((a, b) => b.length - a.length)[0] ?? '';
    // `|32` folds ASCII letters only; under `i` and `u` others have cases too.
    if (longest.length < 3 || /[^\x20-\x7e]/.test(longest)) return null;
    required.push(longest);
  }
  return required;
}

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

/** The runs of plain characters in an alternative, outside groups and classes and with no quantifier. */
function allLiteralRuns(source: string): string[] {
  const runs: string[] = [];
  let run = '';
  const end = (): void => {
    runs.push(run);
    run = '';
  };
  for (let index = 0; index < source.length;) {
    const char = source[index] as string;
    if (char === '(' || char === '[') {
      end();
      index = skipBracket(source, index);
    } else if (char === '\\') {
      const escaped = source[index + 1] ?? '';
      if (/[a-z0-9]/i.test(escaped)) {
        end();
        // `\x41`, `\u{…}`, `\cA`, `\p{…}`, `\k<…>`: what follows belongs to the escape.
        if (/[xucpPk]/.test(escaped)) return runs;
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
  return runs;
}
