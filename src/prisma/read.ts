import type {
  PrismaArgument,
  PrismaAttribute,
  PrismaBlock,
  PrismaField,
  PrismaName,
  PrismaSchema,
  PrismaSetting,
  PrismaValue,
} from './ast.js';
import { tokenize, type Token } from './tokens.js';

/**
 * Reads a schema.prisma. It never fails: a line that is no Prisma is left out, for `prisma validate` tells of it, and the
 * rest is as good as before.
 */
export function readPrisma(text: string): PrismaSchema {
  const { tokens, comments } = tokenize(text);
  return {
    type: 'PrismaSchema',
    range: [0, text.length],
    blocks: new Reader(tokens, text.length).allBlocks(),
    comments,
  };
}

const nameOf = (token: Token): PrismaName => ({ type: 'PrismaName', range: token.range, value: token.text });

class Reader {
  #at = 0;

  constructor(
    readonly tokens: readonly Token[],
    readonly length: number,
  ) {}

  allBlocks(): PrismaBlock[] {
    const blocks: PrismaBlock[] = [];
    while (this.#at < this.tokens.length) {
      const [kind, name, open] = this.tokens.slice(this.#at, this.#at + 3);
      if (kind?.kind === 'word' && name?.kind === 'word' && open?.kind === '{') {
        this.#at += 3;
        blocks.push(this.#block(kind, name));
      } else this.#at++;
    }
    return blocks;
  }

  #block(kind: Token, name: Token): PrismaBlock {
    const fields: PrismaField[] = [];
    const attributes: PrismaAttribute[] = [];
    const settings: PrismaSetting[] = [];
    for (;;) {
      const token = this.#peek();
      if (!token || token.kind === '}') break;
      if (token.kind === 'newline') this.#at++;
      else if (token.kind === '@@') {
        const attribute = this.#attribute();
        if (attribute) attributes.push(attribute);
      } else if (token.kind === 'word' && this.#peek(1)?.kind === '=') settings.push(this.#setting(token));
      else {
        const field = token.kind === 'word' ? this.#field(token) : null;
        if (field) fields.push(field);
        else this.#skipLine();
      }
    }
    const close = this.#next();
    return {
      type: 'PrismaBlock',
      range: [kind.range[0], close?.range[1] ?? this.length],
      kind: kind.text,
      name: nameOf(name),
      fields,
      attributes,
      settings,
      end: close?.range[0] ?? this.length,
    };
  }

  #setting(name: Token): PrismaSetting {
    this.#at += 2;
    const value = this.#value();
    return {
      type: 'PrismaSetting',
      range: [name.range[0], (value ?? name).range[1]],
      name: nameOf(name),
      value,
    };
  }

  /** A name, a type, what it may be, and attributes up to the end of the line; null for the value of an enum. */
  #field(name: Token): PrismaField | null {
    const of = this.#peek(1);
    if (of?.kind !== 'word') return null;
    this.#at += 2;
    // `Unsupported("circle")`
    if (this.#peek()?.kind === '(') this.#arguments();
    let end = this.tokens[this.#at - 1]!.range[1];
    let isList = false;
    let isOptional = false;
    for (let token = this.#peek(); token && /^[[\]?]$/.test(token.kind); token = this.#peek()) {
      isList ||= token.kind === '[';
      isOptional ||= token.kind === '?';
      end = token.range[1];
      this.#at++;
    }
    const attributes: PrismaAttribute[] = [];
    while (this.#peek()?.kind === '@') {
      const attribute = this.#attribute();
      if (!attribute) break;
      attributes.push(attribute);
      end = attribute.range[1];
    }
    return {
      type: 'PrismaField',
      range: [name.range[0], end],
      name: nameOf(name),
      of: nameOf(of),
      isList,
      isOptional,
      attributes,
    };
  }

  #attribute(): PrismaAttribute | null {
    const sign = this.#next()!;
    const first = this.#next();
    if (first?.kind !== 'word') return null;
    let name = first.text;
    while (this.#peek()?.kind === '.' && this.#peek(1)?.kind === 'word') {
      name += `.${this.#peek(1)!.text}`;
      this.#at += 2;
    }
    const args = this.#peek()?.kind === '(' ? this.#arguments() : [];
    return { type: 'PrismaAttribute', range: [sign.range[0], this.tokens[this.#at - 1]!.range[1]], name, args };
  }

  /** What stands between round brackets; lines may end in there. */
  #arguments(): PrismaArgument[] {
    this.#at++;
    const args: PrismaArgument[] = [];
    for (let token = this.#inside(); token && token.kind !== ')' && token.kind !== '}'; token = this.#inside()) {
      let name: string | null = null;
      if (token.kind === 'word' && this.#peek(1)?.kind === ':') {
        name = token.text;
        this.#at += 2;
      }
      const value = this.#value();
      if (value) args.push({ name, value });
      else this.#at++;
    }
    if (this.#peek()?.kind === ')') this.#at++;
    return args;
  }

  #value(): PrismaValue | null {
    const token = this.#inside();
    if (!token) return null;
    const { kind, range, text } = token;
    if (kind === 'text' || kind === 'number') {
      this.#at++;
      return { kind, value: kind === 'text' ? text.slice(1, -1) : text, range };
    }
    if (kind === 'word') {
      this.#at++;
      if (this.#peek()?.kind !== '(') return { kind, value: text, range };
      const args = this.#arguments();
      return { kind: 'call', value: text, args, range: [range[0], this.tokens[this.#at - 1]!.range[1]] };
    }
    if (kind !== '[') return null;
    this.#at++;
    const items: PrismaValue[] = [];
    for (let item = this.#inside(); item && !/^[\])}]$/.test(item.kind); item = this.#inside()) {
      const value = this.#value();
      if (value) items.push(value);
      else this.#at++;
    }
    if (this.#peek()?.kind === ']') this.#at++;
    return { kind: 'list', items, range: [range[0], this.tokens[this.#at - 1]!.range[1]] };
  }

  /** The next token that is no end of a line. */
  #inside(): Token | undefined {
    while (this.#peek()?.kind === 'newline') this.#at++;
    return this.#peek();
  }

  #skipLine(): void {
    for (let token = this.#peek(); token && token.kind !== 'newline' && token.kind !== '}'; token = this.#peek())
      this.#at++;
  }

  #peek(ahead = 0): Token | undefined {
    return this.tokens[this.#at + ahead];
  }

  #next(): Token | undefined {
    return this.tokens[this.#at++];
  }
}
