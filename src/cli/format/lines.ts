/** The lines of a text by ESLint's line breaks, without its byte order mark. */
export class LineIndex {
  readonly #text: string;
  readonly #starts = [0];

  constructor(source: string) {
    this.#text = source.startsWith('\uFEFF') ? source.slice(1) : source;
    for (const match of this.#text.matchAll(/\r\n|[\n\r\u2028\u2029]/g))
      this.#starts.push(match.index + match[0].length);
  }

  /** The text of a line, counted from 1, without its break; empty past the end. */
  text(line: number): string {
    const start = this.#starts[line - 1];
    if (start === undefined) return '';
    return this.#text.slice(start, this.#starts[line]).replace(/[\r\n\u2028\u2029]+$/, '');
  }

  /** Line and column, both from 1, of an offset. */
  positionAt(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.#starts[low]! + 1 };
  }
}
