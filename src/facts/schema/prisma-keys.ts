import { dirname, relative } from 'node:path';

import type { Engine } from '../../model/schema.js';
import type { SchemaFile } from '../../model/schema-file.js';
import { readPrisma, type PrismaField, type PrismaSchema } from '../../prisma/index.js';
import { enginesAt, engineNamed, needsIndex } from './engines.js';
import { isAuditColumn } from './foreign-keys.js';
import { datasourceIn, modelsIn, type PrismaModel, type PrismaRelation } from './prisma.js';
import { indexesInSql } from './sql.js';
import { isLeading } from './tables.js';
import { entityKey } from '../effects/names.js';

type PrismaFile = SchemaFile<PrismaSchema>;

/** A relation of schema.prisma whose column no index begins with. */
export interface BareRelation {
  readonly model: PrismaModel;
  readonly relation: PrismaRelation;
  /** The scalar field that an index would begin with: where one is missing. */
  readonly at: PrismaField;
  readonly isDocument: boolean;
}

/** The relations of a schema that no index leads to, in a database that makes none by itself. */
export function bareRelationsOf(file: PrismaFile, given: Engine | null): BareRelation[] {
  const candidates = modelsIn(file.tree).flatMap((model) =>
    model.relations.filter((relation) => isBare(relation, model)).map((relation) => ({ model, relation })),
  );
  if (candidates.length === 0) return [];
  const database = databaseOf(file, given);
  if (!database.needs) return [];
  const made = indexesByHand(file);
  const told = new Set<string>();
  return candidates.flatMap(({ model, relation }): BareRelation[] => {
    const [column] = relation.fields;
    const at = model.block.fields.find(({ name }) => name.value === column);
    if (!at || column === undefined) return [];
    const names = [column, ...mappedName(at)];
    if (model.names.some((name) => isLeading(names, made.get(name) ?? []))) return [];
    const id = `${model.block.name.value}.${column}`;
    if (told.has(id)) return [];
    told.add(id);
    return [{ model, relation, at, isDocument: database.isDocument }];
  });
}

function isBare({ fields }: PrismaRelation, { indexes, relations }: PrismaModel): boolean {
  // Of a composite key, any of its columns may lead: the rest narrows further.
  if (fields.some((field) => isLeading([field], indexes))) return false;
  return !(isAuditColumn(fields[0]!) && relations.some((other) => !isAuditColumn(other.fields[0]!)));
}

/** The column that a field is kept in: `@map("author_id")`. */
const mappedName = (field: PrismaField): string[] =>
  field.attributes.flatMap(({ name, args }) => {
    const value = name === 'map' ? args[0]?.value : undefined;
    return value?.kind === 'text' ? [value.value] : [];
  });

/**
 * Which database it is. Prisma makes no index for a relation; MySQL does for its foreign keys, where there are any:
 * https://www.prisma.io/docs/orm/prisma-schema/data-model/relations/relation-mode#indexes
 */
function databaseOf(file: PrismaFile, given: Engine | null): { readonly needs: boolean; readonly isDocument: boolean } {
  const source = datasourceIn(file.tree) ?? datasourceNear(file);
  if (!source) {
    const engines = given ? [given] : [...enginesAt(file.project, file.path)];
    return { needs: engines.some((engine) => needsIndex(engine, 'prisma')), isDocument: false };
  }
  const { provider, relationMode } = source;
  if (provider === 'mongodb') return { needs: true, isDocument: true };
  return { needs: relationMode === 'prisma' || needsIndex(engineNamed(provider), 'prisma'), isDocument: false };
}

/** A schema of several files has its data source in one of them: the nearest. */
function datasourceNear({ path, project }: PrismaFile): ReturnType<typeof datasourceIn> {
  const distance = (other: string): number => relative(dirname(path), other).split(/[\\/]/).length;
  const others = project
    .schemaFiles(path)
    .filter((each) => each.endsWith('.prisma') && each !== path)
    .sort((a, b) => distance(a) - distance(b));
  for (const other of others) {
    const text = project.schemaText(other);
    const source = text !== null && /\bdatasource\b/.test(text) ? datasourceIn(readPrisma(text)) : null;
    if (source) return source;
  }
  return null;
}

/** Indexes that migrations make by hand: Prisma can't write some down, partial ones for instance. */
function indexesByHand({ path, project }: PrismaFile): ReadonlyMap<string, readonly (readonly string[])[]> {
  const found = new Map<string, string[][]>();
  for (const each of project.schemaFiles(path)) {
    const text = each.endsWith('.sql') ? project.schemaText(each) : null;
    for (const { table, columns } of text === null ? [] : indexesInSql(text)) {
      const name = entityKey(table);
      found.set(name, [...(found.get(name) ?? []), columns]);
    }
  }
  return found;
}

/** Where a new `@@index` goes, and how it is written: behind what the block holds, with the indent of its lines. */
export function indexInsertion(
  { model, relation }: BareRelation,
  text: string,
): { readonly at: number; readonly code: string; readonly text: string } {
  const { block } = model;
  const inner = [...block.fields, ...block.attributes];
  const last = inner.reduce((one, other) => (other.range[1] > one.range[1] ? other : one));
  const indent = /[ \t]*$/.exec(text.slice(0, block.fields[0]!.range[0]))![0] || '  ';
  const code = `@@index([${relation.fields.join(', ')}])`;
  const lineEnd = text.indexOf('\n', last.range[1]);
  const at = lineEnd === -1 || lineEnd > block.end ? last.range[1] : lineEnd - (text[lineEnd - 1] === '\r' ? 1 : 0);
  // A first attribute of the block stands apart from the fields.
  return { at, code, text: `${block.attributes.length === 0 ? '\n' : ''}\n${indent}${code}` };
}
