import type { BackendFile } from '../../model/file.js';
import type { IdType } from './template.js';

/** The id of a Prisma model: a column of its own named \`id\`, by which a page can end; else why it is none. */
export function idOf(file: BackendFile, entity: string): { readonly type: IdType } | { readonly why: string } {
  for (const text of file.project.schemaTexts(file.path)) {
    const model = new RegExp(`^\\s*model\\s+${entity}\\s*\\{([^}]*)\\}`, 'im').exec(text)?.[1];
    if (model === undefined) continue;
    const line = model.split('\n').find((each) => /^\s*\w+\s+\w+.*@id\b/.test(each));
    const [, name, type] = /^\s*(\w+)\s+(\w+)/.exec(line ?? '') ?? [];
    if (name === undefined) return { why: `the model ${entity} has no single id` };
    if (name !== 'id') return { why: `the id of ${entity} is called ${name}` };
    if (type === 'String') return { type: /@db\.Uuid\b/.test(line!) ? 'uuid' : 'string' };
    if (type === 'Int') return { type: 'number' };
    return { why: `the id of ${entity} is of the type ${type!}` };
  }
  return { why: `no schema.prisma here has the model ${entity}` };
}
