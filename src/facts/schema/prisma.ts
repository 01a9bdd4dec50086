import { entityKey } from '../effects/names.js';
import { columnKey } from './names.js';

/** A model of schema.prisma. */
export interface PrismaModel {
  readonly names: readonly string[];
  readonly columns: ReadonlySet<string>;
  readonly indexes: readonly (readonly string[])[];
  readonly foreignKeys: readonly { readonly names: readonly string[] }[];
}

const listIn = (text: string): string[] => text.split(',').map((each) => each.trim().replace(/\(.*$/, ''));

/** https://www.prisma.io/docs/orm/reference/prisma-schema-reference: `@id`, `@unique`, `@@id`, `@@unique`, `@@index`, `@relation`. */
export function prismaModels(text: string): PrismaModel[] {
  return [...text.matchAll(/^\s*model\s+(\w+)\s*\{([^]*?)^\s*\}/gm)].map(([, model, body]) => {
    const mapped = /@@map\(\s*"([^"]+)"/.exec(body!)?.[1];
    const columns = new Set<string>();
    const indexes: string[][] = [];
    const foreignKeys: { names: string[] }[] = [];
    for (const line of body!.split('\n').map((each) => each.replace(/\/\/.*$/, ''))) {
      const compound = /^\s*@@(?:unique|id|index|fulltext)\(\s*(?:fields:\s*)?\[([^\]]+)\]/.exec(line)?.[1];
      if (compound !== undefined) indexes.push(listIn(compound));
      const field = /^\s*(\w+)\s+\w/.exec(line)?.[1];
      if (field === undefined) continue;
      const relation = /@relation\([^)]*fields:\s*\[([^\]]+)\]/.exec(line)?.[1];
      if (relation !== undefined) foreignKeys.push(...listIn(relation).map((each) => ({ names: [each, field] })));
      // Columns only: a relation, or a list of another model's, is none.
      if (!/^\s*\w+\s+(?:String|Int|BigInt|Float|Decimal|DateTime|Boolean)\b/.test(line)) continue;
      columns.add(columnKey(field));
      if (/@(?:id|unique)\b/.test(line)) indexes.push([field]);
    }
    return {
      names: [...new Set([model!, ...(mapped === undefined ? [] : [mapped])].map(entityKey))],
      columns,
      indexes,
      foreignKeys,
    };
  });
}
