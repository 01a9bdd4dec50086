import type { Io } from './io.js';

/** Runs shorter than this show nothing. */
const QUIET_MS = 400;
const EVERY_MS = 100;

/** One line on stderr that says how far a long run is. Silent where stderr is no terminal. */
export class Progress {
  readonly #started = Date.now();
  #shown = 0;

  constructor(
    readonly stream: Io['stderr'],
    readonly total: number,
  ) {}

  /** @param path the file that is linted now, as shown */
  step(done: number, path: string): void {
    const now = Date.now();
    if (this.stream.isTTY !== true || now - this.#started < QUIET_MS || now - this.#shown < EVERY_MS) return;
    this.#shown = now;
    const line = `linting ${done}/${this.total} ${path}`;
    const width = this.stream.columns ?? 80;
    this.stream.write(`\r\u001b[K${line.length < width ? line : `${line.slice(0, width - 2)}…`}`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.#shown > 0) this.stream.write('\r\u001b[K');
  }
}
