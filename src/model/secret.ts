import type { Node } from '../syntax/ast.js';

/** What shows that a literal is a secret: the text itself, the place where a known call takes one, or the name it is given to. */
export type SecretEvidence = 'text' | 'position' | 'name';

/** A secret written out in the source. */
export interface Secret {
  /** Where a person would change it: the literal, or the expression here that uses a literal of another file. */
  readonly node: Node;
  readonly evidence: SecretEvidence;
  /** What it is, in words: `Stripe secret key`, `RSA private key`, `password in a URL`, `password`. */
  readonly what: string;
  readonly kind: 'token' | 'private-key' | 'url' | 'value';
  /** Anybody would guess it. */
  readonly isWeak: boolean;
  /** A provider's token of its production mode. */
  readonly isLive: boolean;
  /** Taken only where another value is missing: `process.env.X || '…'`. */
  readonly isFallback: boolean;
  /** The constant text, with `${…}` for what isn't known, and the part of it that is secret. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The names it is given to from the outside in: `['jwtConstants', 'secret']`. */
  readonly path: readonly string[];
  /** Whose secret it is: a provider or a library. */
  readonly provider: string | null;
  /** The call that takes it, as its source says: `jwt.sign`. */
  readonly taker: string | null;
  /** The literal in another file. */
  readonly origin: Node | null;
}
