/** Where something stands in a text: from the first character, to after the last. */
export type Range = readonly [start: number, end: number];

/** A schema.prisma: https://www.prisma.io/docs/orm/reference/prisma-schema-reference */
export interface PrismaSchema {
  readonly type: 'PrismaSchema';
  readonly range: Range;
  readonly blocks: readonly PrismaBlock[];
  readonly comments: readonly PrismaComment[];
}

export interface PrismaComment {
  readonly type: 'PrismaComment';
  readonly range: Range;
  /** What it says, without its marks. */
  readonly value: string;
}

/** `model Post { … }`, `datasource db { … }`. */
export interface PrismaBlock {
  readonly type: 'PrismaBlock';
  readonly range: Range;
  /** `model`, `view`, `type`, `enum`, `datasource`, `generator`. */
  readonly kind: string;
  readonly name: PrismaName;
  readonly fields: readonly PrismaField[];
  /** `@@index([a])`, `@@map("posts")`. */
  readonly attributes: readonly PrismaAttribute[];
  /** `provider = "postgresql"`. */
  readonly settings: readonly PrismaSetting[];
  /** Where the closing brace stands. */
  readonly end: number;
}

export interface PrismaName {
  readonly type: 'PrismaName';
  readonly range: Range;
  readonly value: string;
}

/** `author User? @relation(…)`. */
export interface PrismaField {
  readonly type: 'PrismaField';
  readonly range: Range;
  readonly name: PrismaName;
  readonly of: PrismaName;
  readonly isList: boolean;
  readonly isOptional: boolean;
  readonly attributes: readonly PrismaAttribute[];
}

export interface PrismaSetting {
  readonly type: 'PrismaSetting';
  readonly range: Range;
  readonly name: PrismaName;
  readonly value: PrismaValue | null;
}

/** `@db.Uuid`, `@@index([a], type: Hash)`. */
export interface PrismaAttribute {
  readonly type: 'PrismaAttribute';
  readonly range: Range;
  /** Without the signs before it. */
  readonly name: string;
  readonly args: readonly PrismaArgument[];
}

export interface PrismaArgument {
  /** Null where it stands by its position. */
  readonly name: string | null;
  readonly value: PrismaValue;
}

export type PrismaValue =
  | { readonly kind: 'text' | 'number' | 'word'; readonly value: string; readonly range: Range }
  | { readonly kind: 'list'; readonly items: readonly PrismaValue[]; readonly range: Range }
  /** `id(sort: Desc)`, `env("DATABASE_URL")`. */
  | { readonly kind: 'call'; readonly value: string; readonly args: readonly PrismaArgument[]; readonly range: Range };

export type PrismaNode = PrismaSchema | PrismaBlock | PrismaField | PrismaSetting | PrismaAttribute | PrismaName;
