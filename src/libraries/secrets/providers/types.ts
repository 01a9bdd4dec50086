/** Whether a key is meant to be published; `maybe` when the text alone can't tell (a Google key serves browsers and servers). */
export type Publishable = boolean | 'maybe';

/** One kind of token a provider hands out, as data. */
export interface ProviderTokenRow {
  readonly provider: string;
  /** What the token is, with the provider's name, as a message can say it. */
  readonly kind: string;
  /** A short pattern that every such token contains: the rows' hints together make the fast filter. */
  readonly hint: string;
  /** The token; where a capture group is given, the group is the secret part of the match. */
  readonly pattern: string;
  /** The page that documents the form. */
  readonly source: string;
  /** A pattern that marks a token of the provider's test mode. */
  readonly testMode?: string;
  readonly publishable?: Publishable;
}

/** A provider's token found in a text; `start` and `end` are offsets into it. */
export interface ProviderSecret {
  readonly provider: string;
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  /** A production token, as opposed to one of the provider's test mode. */
  readonly live: boolean;
  readonly publishable: Publishable;
}
