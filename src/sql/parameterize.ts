import type { Frame, Scan } from './scan.js';
import { readTemplate, type SqlTemplate } from './template.js';
import type { Source, Token } from './tokens.js';
import type { HolePosition, PlaceholderStyle, SqlOptions, SqlPiece } from './types.js';

export interface ParameterizeOptions extends SqlOptions {
  /** The form the client takes. `tag`: the hole itself is the placeholder, in a tagged template that binds. */
  placeholder: '$n' | '?' | ':name' | '@name' | 'tag';
  /**
   * How the client takes a list: `any` as an array (`= ANY($1)`), `expand` inside IN ( … ) where the client expands one placeholder,
   * `spread` the same in TypeORM's form `IN (:...name)`, `none` not at all.
   */
  lists: 'any' | 'expand' | 'spread' | 'none';
  /** How many parameters the call passes already. */
  existing: number;
  /** The name of the n-th new parameter (from 0), for `:name` and `@name`. */
  names?: (index: number) => string;
  /** Holes that are the sole content of IN ( … ) but known to be one value, not a joined list. */
  scalars?: ReadonlySet<number>;
}

export type ParameterizedPiece =
  { kind: 'text'; text: string } | { kind: 'placeholder'; text: string; holes: number[] };

export interface Binding {
  /** The value to bind: a hole alone, or text and holes to be put together (`%${q}%`). Numbers are holes. */
  parts: (string | number)[];
  holes: number[];
  /** The hole's value has to be bound as an array. */
  list: boolean;
  /** The 0-based position of the value among all values passed, the existing ones included. */
  index: number;
  /** The parameter's name without sigil, for `:name` and `@name`. */
  name?: string;
  /** The type that the text casts the parameter to (`$1::uuid`). */
  cast?: string;
}

/** A stretch of the joined text, and what takes its place: the text round the placeholder, and the placeholder. */
export interface TextEdit {
  start: number;
  end: number;
  before: string;
  placeholder: string;
  after: string;
}

export type Parameterized =
  | {
      ok: true;
      pieces: ParameterizedPiece[];
      bindings: Binding[];
      /** The same as edits of the joined text, in which every hole is one character; one for each binding. */
      edits: TextEdit[];
      /** For positional placeholders: from the 0-based position of an existing value to its position among all. */
      renumbered: Map<number, number>;
    }
  | {
      ok: false;
      hole: number;
      reason: 'identifier' | 'direction' | 'keyword' | 'fragment' | 'not-bindable' | 'list-not-supported';
    };

type Refusal = Extract<Parameterized, { ok: false }>;

const STYLES: Partial<Record<ParameterizeOptions['placeholder'], PlaceholderStyle>> = {
  $n: '$n',
  '?': '?',
  ':name': ':name',
  '@name': '@name',
};

/** One stretch of the text that a placeholder takes the place of. */
interface Replacement {
  start: number;
  end: number;
  /** Text round the placeholder: `= ANY(` and `)`. */
  before: string;
  after: string;
  parts: (string | number)[];
  list: boolean;
  cast?: string;
}

/** Puts a bind parameter in the place of every hole, or says of the first one that stands in the way why it can't be. */
export function parameterize(pieces: readonly SqlPiece[], options: ParameterizeOptions): Parameterized {
  const doubleQuotes = options.doubleQuotes ?? (options.placeholder === '?' ? 'guess' : 'identifier');
  const template = readTemplate(pieces, { ...options, doubleQuotes });
  if (!template?.scan.balanced) return { ok: false, hole: 0, reason: 'not-bindable' };
  for (const [hole, position] of template.holes.entries()) {
    const refusal = refuse(template, hole, position, options);
    if (refusal) return { ok: false, hole, reason: refusal };
  }
  const conflict = findStyleConflict(template, options);
  if (conflict) return { ok: false, hole: 0, reason: 'not-bindable' };
  const replacements = template.tokens.list.flatMap((token, index) =>
    token.holes.length > 0 ? [replacementOf(template, token, index, options)] : [],
  );
  return build(template, replacements, options);
}

function refuse(
  template: SqlTemplate,
  hole: number,
  position: HolePosition,
  options: ParameterizeOptions,
): Refusal['reason'] | null {
  if (!position.bindable) {
    if (position.reason === 'identifier') return 'identifier';
    if (position.reason === 'keyword') return position.clause === 'order by' ? 'direction' : 'keyword';
    return position.reason === 'fragment' ? 'fragment' : 'not-bindable';
  }
  const index = template.holeTokens[hole] ?? -1;
  const token = template.tokens.list[index];
  if (position.role === 'list' && !isScalar(position, hole, template, index, options)) {
    const array = template.scan.places[index]?.frame.kind === 'bracket';
    if (options.lists === 'none' || (array && options.lists !== 'any')) return 'list-not-supported';
  }
  if (token?.quote && !hasPlainText(token, options)) return 'not-bindable';
  return null;
}

/** `'\_'` is two characters to Postgres and one to MySQL: with a backslash in the text the value isn't known. */
function hasPlainText(token: Token, options: ParameterizeOptions): boolean {
  const backslash = (token.parts ?? []).some((part) => typeof part === 'string' && part.includes('\\'));
  if (!backslash) return true;
  const standard = options.placeholder === '$n' || options.placeholder === '@name';
  return standard && token.prefix?.toUpperCase() !== 'E';
}

const isScalar = (
  position: HolePosition,
  hole: number,
  template: SqlTemplate,
  index: number,
  options: ParameterizeOptions,
): boolean =>
  position.role === 'list' && template.scan.places[index]?.frame.kind === 'list' && options.scalars?.has(hole) === true;

/** Existing parameters of another form, whose values we couldn't tell from the new ones. */
function findStyleConflict(template: SqlTemplate, options: ParameterizeOptions): boolean {
  const wanted = STYLES[options.placeholder];
  return template.tokens.list.some(
    (token) => token.kind === 'placeholder' && (token.style !== wanted || /^\?\d/.test(token.text)),
  );
}

function replacementOf(template: SqlTemplate, token: Token, index: number, options: ParameterizeOptions): Replacement {
  const { scan } = template;
  const hole = token.holes[0] ?? 0;
  const position = template.holes[hole] as HolePosition;
  const parts = (token.parts ?? [hole]).map((part) =>
    typeof part === 'string' ? unquote(part, token.quote ?? '') : part,
  );
  const cast = castAfter(scan, index);
  const replacement: Replacement = {
    start: token.start,
    end: token.end,
    before: '',
    after: '',
    parts,
    list: false,
    ...(cast && { cast }),
  };
  if (position.role !== 'list' || isScalar(position, hole, template, index, options)) return replacement;
  return { ...replacement, ...listRange(scan, index, options), list: true };
}

/** A list takes the place of more than the hole where it becomes an array: of the whole `NOT IN ( … )` or `ARRAY[ … ]`. */
function listRange(scan: Scan, index: number, options: ParameterizeOptions): Partial<Replacement> {
  if (options.lists !== 'any') return {};
  const { tokens } = scan;
  const frame = scan.places[index]?.frame as Frame;
  const end = tokens[frame.close]?.end ?? 0;
  if (frame.kind === 'bracket') return { start: tokens[frame.open - 1]?.start ?? 0, end };
  const negated = tokens[frame.open - 2]?.upper === 'NOT';
  const start = tokens[frame.open - (negated ? 2 : 1)]?.start ?? 0;
  return { start, end, before: negated ? '<> ALL(' : '= ANY(', after: ')' };
}

const unquote = (text: string, quote: string): string => text.replaceAll(quote + quote, quote);

function castAfter(scan: Scan, index: number): string | null {
  const { tokens } = scan;
  if (tokens[index + 1]?.kind !== 'cast') return null;
  let text = tokens[index + 2]?.text ?? '';
  for (let at = index + 3; /^bracket-/.test(tokens[at]?.kind ?? ''); at++) text += tokens[at]?.text ?? '';
  return text;
}

function build(template: SqlTemplate, replacements: Replacement[], options: ParameterizeOptions): Parameterized {
  const names = new Namer(template, options);
  const existing = template.tokens.list.filter((token) => token.kind === 'placeholder');
  const writer = new Writer(template.tokens.source);
  const bindings: Binding[] = [];
  const edits: TextEdit[] = [];
  const renumbered = new Map<number, number>();
  const positional = options.placeholder === '?';
  const highest = existing.reduce(
    (most, token) => Math.max(most, Number(/^\$(\d+)/.exec(token.text)?.[1] ?? 0)),
    options.existing,
  );
  let passed = 0;
  replacements.forEach((replacement, n) => {
    while (positional && passed < existing.length && (existing[passed]?.start ?? 0) < replacement.start)
      renumbered.set(passed, passed++ + n);
    const holes = replacement.parts.filter((part) => typeof part === 'number');
    const binding: Binding = {
      parts: replacement.parts,
      holes,
      list: replacement.list,
      index: positional ? passed + n : highest + n,
      ...(replacement.cast && { cast: replacement.cast }),
    };
    const name = names.name(n);
    if (name !== null) binding.name = name;
    bindings.push(binding);
    const placeholder = placeholderText(options, binding);
    const { start, end, before, after } = replacement;
    edits.push({ start, end, before, placeholder, after });
    writer.replace(replacement, placeholder, holes);
  });
  while (positional && passed < existing.length) renumbered.set(passed, passed++ + replacements.length);
  return { ok: true, pieces: writer.finish(), bindings, edits, renumbered };
}

function placeholderText(options: ParameterizeOptions, binding: Binding): string {
  switch (options.placeholder) {
    case '$n':
      return `$${binding.index + 1}`;
    case '?':
      return '?';
    case ':name':
      return binding.list && options.lists === 'spread' ? `:...${binding.name}` : `:${binding.name}`;
    case '@name':
      return `@${binding.name}`;
    case 'tag':
      return '';
  }
}

/** Names for the new parameters that none in the text has. */
class Namer {
  private readonly taken: Set<string>;

  constructor(
    template: SqlTemplate,
    private readonly options: ParameterizeOptions,
  ) {
    const all = template.tokens.list.filter((token) => token.kind === 'placeholder');
    this.taken = new Set(all.map((token) => token.text.replace(/^[:@$.]+/, '').toLowerCase()));
  }

  name(index: number): string | null {
    const { placeholder, names } = this.options;
    if (placeholder !== ':name' && placeholder !== '@name') return null;
    const wanted = names?.(index) ?? `p${index + 1}`;
    let name = wanted;
    for (let suffix = 2; this.taken.has(name.toLowerCase()); suffix++) name = `${wanted}${suffix}`;
    this.taken.add(name.toLowerCase());
    return name;
  }
}

/** Copies the source text piece by piece, and puts placeholders in. */
class Writer {
  private readonly pieces: ParameterizedPiece[] = [];
  private at = 0;
  private text = '';

  constructor(private readonly source: Source) {}

  replace({ start, end, before, after }: Replacement, placeholder: string, holes: number[]): void {
    this.text += this.source.text.slice(this.at, start) + before;
    this.flush();
    this.pieces.push({ kind: 'placeholder', text: placeholder, holes });
    this.text = after;
    this.at = end;
  }

  finish(): ParameterizedPiece[] {
    this.text += this.source.text.slice(this.at);
    this.flush();
    return this.pieces;
  }

  private flush(): void {
    if (this.text !== '') this.pieces.push({ kind: 'text', text: this.text });
    this.text = '';
  }
}
