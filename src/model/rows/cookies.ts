import type { Position } from '../library.js';

/** Sets a cookie, or tells a plugin how to set the cookie of its sessions. */
export interface CookieRow {
  /** Where the cookie's name stands; absent where it is always the session's. */
  readonly name?: Position;
  readonly value?: Position;
  /** Where the attributes stand: an object with `httpOnly`, `secure`, `sameSite`. */
  readonly options: Position;
  /** Everything may stand in one object in place of the name: `set({ name, value, httpOnly })`. */
  readonly whole?: true;
  /** Attributes that the library sets by itself. */
  readonly sets?: readonly ('httpOnly' | 'secure' | 'sameSite')[];
  /** The value of `secure` that goes by the connection, where the library knows one. */
  readonly auto?: "'auto'";
}
