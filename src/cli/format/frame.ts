/** A code line with what is reported in it, as columns of a terminal. */
export interface Frame {
  readonly code: string;
  /** Columns before the underlined part. */
  readonly offset: number;
  readonly width: number;
}

const TAB = 2;
const BEFORE = 12;

/** What a terminal shows: tabs as spaces, no control characters that would move the cursor. */
const visible = (text: string): string =>
  text.replace(/\t/g, ' '.repeat(TAB)).replace(/[\u0000-\u001f\u007f-\u009f]/g, '\u00b7');

/** East Asian wide characters and pictographs fill two columns; marks that combine fill none. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const COMBINING = /\p{M}|\u200d/u;

function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += COMBINING.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return columns;
}

/**
 * The part of a line to show.
 * @param line the line as it stands in the file
 * @param start column of the range's first character, from 0
 * @param end column after its last character, or the line's end where the range goes on in the next line
 * @param width columns that the terminal has for it
 */
export function makeFrame(line: string, start: number, end: number, width: number): Frame {
  const indent = /^\s*/.exec(line)![0].length;
  const cut = Math.min(indent, start);
  const before = visible(line.slice(cut, start));
  const range = visible(line.slice(start, Math.max(end, start + 1))) || ' ';
  const after = visible(line.slice(Math.max(end, start + 1)));
  if (before.length + range.length + after.length <= width) {
    return { code: before + range + after, offset: columnsOf(before), width: columnsOf(range) };
  }
  // A line too long to show: the range, with what stands just before it and after it.
  const fits = before.length + range.length + 1 <= width;
  const head = fits || before.length <= BEFORE ? before : `…${before.slice(-BEFORE)}`;
  const room = Math.max(width - head.length, 1);
  const tail = range + after;
  const shown = tail.length <= room ? tail : `${tail.slice(0, room - 1)}…`;
  return { code: head + shown, offset: columnsOf(head), width: columnsOf(shown.slice(0, range.length)) };
}
