import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/cli/explain.js';
import { makeFrame } from '../../src/cli/format/frame.js';
import { LineIndex } from '../../src/cli/format/lines.js';
import { findNearest } from '../../src/cli/nearest.js';
import { commonFolder, isInside } from '../../src/cli/paths.js';
import { Progress } from '../../src/cli/progress.js';
import { makeStyle } from '../../src/cli/style.js';
import { applyEdits, withoutOverlaps } from '../../src/cli/suggestions.js';

const underlined = (frame: ReturnType<typeof makeFrame>): string =>
  frame.code.slice(frame.offset, frame.offset + frame.width);

describe('makeFrame', () => {
  it('takes the indent away and shows tabs as spaces, the underline still below its range', () => {
    expect(makeFrame('\t\tcall(\tvalue);', 8, 13, 80)).toEqual({ code: 'call(  value);', offset: 7, width: 5 });
  });

  it('cuts a long line round the range', () => {
    const line = `${'a'.repeat(300)} needle ${'b'.repeat(300)}`;
    const frame = makeFrame(line, 301, 307, 40);
    expect(frame.code).toHaveLength(40);
    expect(frame.code).toMatch(/^…a+ needle b+…$/);
    expect(underlined(frame)).toBe('needle');
  });

  it('underlines a range that goes on past the width, as far as it is shown', () => {
    const frame = makeFrame(`x = "${'s'.repeat(500)}"`, 4, 506, 40);
    expect(frame.code).toHaveLength(40);
    expect(underlined(frame)).toMatch(/^"s+…$/);
  });

  it('marks one column for an empty range, at the end of the line too', () => {
    expect(makeFrame('ab', 2, 2, 80)).toEqual({ code: 'ab ', offset: 2, width: 1 });
  });

  it('counts wide characters as the two columns that they fill, and combining marks as none', () => {
    expect(makeFrame('"日本" + foo', 7, 10, 80)).toMatchObject({ offset: 9, width: 3 });
    expect(makeFrame('e\u0301 = "語"', 5, 8, 80)).toMatchObject({ offset: 4, width: 4 });
  });

  it('shows no control characters', () => {
    expect(makeFrame('a\u001b[2Jb', 0, 1, 80).code).toBe('a\u00b7[2Jb');
  });
});

describe('LineIndex', () => {
  it('counts lines and columns from 1, over every line break, without the byte order mark', () => {
    const lines = new LineIndex('\uFEFFab\r\nc\nd\u2028e');
    expect([1, 2, 3, 4, 5].map((line) => lines.text(line))).toEqual(['ab', 'c', 'd', 'e', '']);
    expect(lines.positionAt(0)).toEqual({ line: 1, column: 1 });
    expect(lines.positionAt(4)).toEqual({ line: 2, column: 1 });
    expect(lines.positionAt(8)).toEqual({ line: 4, column: 1 });
  });
});

describe('findNearest', () => {
  it('finds a typing error, swapped letters and a missing prefix, and nothing far away', () => {
    const names = ['no-sql-concat', 'no-shared-secret-jwt', 'require-idempotency'];
    expect(findNearest('no-sql-conact', names)).toBe('no-sql-concat');
    expect(findNearest('sql-concat', names)).toBe('no-sql-concat');
    expect(findNearest('require-idempotence', names)).toBe('require-idempotency');
    expect(findNearest('bananas', names)).toBeNull();
  });
});

describe('paths', () => {
  it('isInside takes names that start with two dots for what they are', () => {
    expect(isInside('/a', '/a/..b/c.ts')).toBe(true);
    expect(isInside('/a', '/ab/c.ts')).toBe(false);
    expect(isInside('/a', '/a')).toBe(true);
  });

  it('commonFolder goes up no further than it must', () => {
    expect(commonFolder('/a/b', ['/a/b/c', '/a/d'])).toBe('/a');
    expect(commonFolder('/a/b', ['/a/b/c'])).toBe('/a/b');
    expect(commonFolder('/a/b', ['/x'])).toBe('/');
  });
});

describe('edits', () => {
  const edit = (start: number, end: number, text: string) => ({ start, end, text, key: text });

  it('that overlap or touch wait for the next round', () => {
    expect(
      withoutOverlaps([edit(0, 3, 'a'), edit(2, 4, 'b'), edit(3, 5, 'c'), edit(6, 7, 'd')]).map(({ text }) => text),
    ).toEqual(['a', 'd']);
  });

  it('are made at offsets without the byte order mark, which stays', () => {
    expect(applyEdits('\uFEFFabc', [edit(0, 1, 'x'), edit(2, 3, '')])).toBe('\uFEFFxb');
  });
});

describe('Progress', () => {
  /** What a run of that many milliseconds writes to a stream. */
  async function written(isTTY: boolean, ms: number): Promise<string> {
    let text = '';
    const stream = { isTTY, columns: 40, write: (chunk: string) => (text += chunk) };
    const progress = new Progress(stream as unknown as NodeJS.WriteStream, 9);
    await new Promise((resolve) => setTimeout(resolve, ms));
    progress.step(3, `src/${'long/'.repeat(20)}a.ts`);
    progress.end();
    return text;
  }

  it('is one short line on a terminal, taken away at the end', async () => {
    const text = await written(true, 450);
    expect(text).toMatch(/^\r\u001b\[Klinting 3\/9 src\/long\/[^\n]*…\r\u001b\[K$/);
    expect(text.split('\r')[1]!.length).toBeLessThanOrEqual(40 + 3);
  });

  it('is silent without a terminal, and on short runs', async () => {
    expect(await written(false, 450)).toBe('');
    expect(await written(true, 0)).toBe('');
  });
});

describe('renderMarkdown', () => {
  const PAGE = [
    '# Title with `code`',
    '',
    '<!-- end auto-generated -->',
    'See **this** [page](https://example.org/a) and [other](./b.md), `x`.',
    '',
    '```ts',
    "const a = '**b**';",
    '```',
    '',
  ].join('\n');

  it('reads as plain text without colours', () => {
    expect(renderMarkdown(PAGE, makeStyle(false))).toBe(
      "Title with `code`\n\nSee this page (https://example.org/a) and other, `x`.\n\n    const a = '**b**';\n",
    );
  });

  it('styles headings, code and strong words', () => {
    const text = renderMarkdown(PAGE, makeStyle(true));
    expect(text).toContain('\u001b[1m\u001b[4mTitle with `code`');
    expect(text).toContain('\u001b[36mx\u001b[39m');
    expect(text).toContain('\u001b[1mthis\u001b[22m');
  });
});
