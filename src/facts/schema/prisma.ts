import type { PrismaAttribute, PrismaBlock, PrismaField, PrismaSchema, PrismaValue } from '../../prisma/ast.js';
import { readPrisma } from '../../prisma/index.js';
import { entityKey } from '../effects/names.js';
import { columnKey } from './names.js';

/** A relation as its scalar fields hold it: `@relation(fields: [authorId], …)`. */
export interface PrismaRelation {
  /** The scalar fields and the relation's own name: an index may be asked for by either. */
  readonly names: readonly string[];
  /** The scalar fields, in their order. */
  readonly fields: readonly string[];
  readonly field: PrismaField;
  /** What happens to these rows when the parent is deleted, where the schema says so. */
  readonly onDelete: string | null;
}

/** A model of schema.prisma. */
export interface PrismaModel {
  readonly block: PrismaBlock;
  readonly names: readonly string[];
  /** Columns by name, as `columnKey` names them; relations are none. */
  readonly columns: ReadonlySet<string>;
  /** The scalar fields, under the names that code gives them. */
  readonly fields: readonly string[];
  /** The fields of each key and index that serves equality, in their order. */
  readonly indexes: readonly (readonly string[])[];
  readonly relations: readonly PrismaRelation[];
  readonly foreignKeys: readonly { readonly names: readonly string[] }[];
}

const SCALAR = /^(?:String|Int|BigInt|Float|Decimal|DateTime|Boolean)$/;
/** Kinds of index that no search for one value uses. */
const OTHER_INDEX = /^(?:Gin|Gist|SpGist|Brin)$/;

const argumentOf = (attribute: PrismaAttribute, name: string, position: number): PrismaValue | null =>
  (attribute.args.find((each) => each.name === name) ?? attribute.args.filter((each) => each.name === null)[position])
    ?.value ?? null;

/** The fields that a list names: `[authorId, id(sort: Desc)]`. */
const fieldsIn = (value: PrismaValue | null): string[] =>
  value?.kind === 'list' ? value.items.map((item) => (item.kind === 'list' ? '' : item.value)) : [];

const textOf = (value: PrismaValue | null): string | null => (value?.kind === 'list' || !value ? null : value.value);

/** The models of a schema. */
export function modelsIn(schema: PrismaSchema): PrismaModel[] {
  return schema.blocks.filter(({ kind }) => kind === 'model').map((block) => modelOf(block));
}

function modelOf(block: PrismaBlock): PrismaModel {
  const mapped = block.attributes.find(({ name }) => name === 'map');
  const table = mapped ? textOf(argumentOf(mapped, 'name', 0)) : null;
  const columns = new Set<string>();
  const fields: string[] = [];
  const indexes: string[][] = [];
  const relations: PrismaRelation[] = [];
  for (const attribute of block.attributes) {
    if (!/^(?:unique|id|index|fulltext)$/.test(attribute.name)) continue;
    if (OTHER_INDEX.test(textOf(argumentOf(attribute, 'type', 9)) ?? '')) continue;
    indexes.push(fieldsIn(argumentOf(attribute, 'fields', 0)));
  }
  for (const field of block.fields) {
    const relation = field.attributes.find(({ name }) => name === 'relation');
    const fields = relation ? fieldsIn(argumentOf(relation, 'fields', 9)) : [];
    if (relation && fields.length > 0)
      relations.push({
        names: [...fields, field.name.value],
        fields,
        field,
        onDelete: textOf(argumentOf(relation, 'onDelete', 9)),
      });
    if (field.isList || !SCALAR.test(field.of.value)) continue;
    columns.add(columnKey(field.name.value));
    fields.push(field.name.value);
    if (field.attributes.some(({ name }) => name === 'id' || name === 'unique')) indexes.push([field.name.value]);
  }
  return {
    block,
    names: [...new Set([block.name.value, ...(table === null ? [] : [table])].map(entityKey))],
    columns,
    fields,
    indexes,
    relations,
    foreignKeys: relations.flatMap(({ fields, field }) => fields.map((each) => ({ names: [each, field.name.value] }))),
  };
}

const known = new WeakMap<readonly string[], readonly PrismaModel[]>();

/** The models of the schemas with these texts; the same list is read once. */
export function prismaModels(texts: readonly string[]): readonly PrismaModel[] {
  let models = known.get(texts);
  if (!models) {
    models = texts.flatMap((text) => (/^\s*model\s/m.test(text) ? modelsIn(readPrisma(text)) : []));
    known.set(texts, models);
  }
  return models;
}

/** What the `datasource` of a schema says: which database, and who keeps its relations whole. */
export function datasourceIn(
  schema: PrismaSchema,
): { readonly provider: string; readonly relationMode: string } | null {
  const block = schema.blocks.find(({ kind }) => kind === 'datasource');
  const setting = (name: string): string | null =>
    textOf(block?.settings.find((each) => each.name.value === name)?.value ?? null);
  const provider = setting('provider');
  return provider === null
    ? null
    : { provider, relationMode: setting('relationMode') ?? (provider === 'mongodb' ? 'prisma' : 'foreignKeys') };
}
