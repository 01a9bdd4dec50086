import type { Node } from '../syntax/ast.js';

/** Database systems, by what they do with foreign keys. */
export type Engine = 'postgres' | 'mysql' | 'sqlite' | 'mssql' | 'mongodb';

/** What declares a table, and so how an index is written there. */
export type SchemaTool =
  | 'typeorm'
  | 'mikro-orm'
  | 'sequelize-typescript'
  | 'drizzle'
  | 'sequelize'
  | 'mongoose'
  | 'knex'
  | 'node-pg-migrate'
  | 'prisma'
  | 'sql';

/** A column that holds the key of a row elsewhere. */
export interface ForeignKey {
  /** Every name by which it may be indexed: the property, the column. */
  readonly names: readonly string[];
  /** The name that an index is to be given. */
  readonly column: string;
  /** Where it is declared. */
  readonly node: Node;
  /** It is declared by an association, and may be declared as a column elsewhere. */
  readonly isAssociation?: boolean;
}

/** What one place of the code says of a table; a migration says only a part of it. */
export interface Table {
  readonly tool: SchemaTool;
  /** The engine, where the declaration itself tells. */
  readonly engine: Engine | null;
  /** Its names, as `entityKey` names them. */
  readonly names: readonly string[];
  readonly node: Node;
  /** Columns by every name of theirs, as `columnKey` names them; empty where the declaration shows only a part. */
  readonly columns: ReadonlySet<string>;
  /** The names under which code gives a new row its values; absent where the declaration shows only a part. */
  readonly fields?: readonly string[];
  /** The columns of each index, primary and unique keys included, in their order; an expression is an empty name. */
  readonly indexes: readonly (readonly string[])[];
  readonly foreignKeys: readonly ForeignKey[];
}
