import { fileOf, sourceText, type BackendFile } from '../../model/file.js';
import type { Query } from '../../model/query.js';
import type { Node } from '../../syntax/ast.js';
import { entityKey } from '../effects/names.js';
import { columnKey } from '../schema/names.js';
import { prismaModels } from '../schema/prisma.js';
import { projectTables } from '../schema/tables.js';

/** Columns that nobody but the server may see. */
const SECRET =
  /^(?:.*(?:passw(?:or)?d|passphrase|passhash|hash|secret|salt|otp|recoverycodes?|backupcodes?)|(?:.*(?:reset|refresh|access|verification|verify|invite|api|auth|session|login|confirm(?:ation)?|remember))?tokens?|.*apikeys?|.*privatekey|hashed.*|pin|ssn)$/;
/** Entities that hold such columns, where no schema tells. */
const PEOPLE =
  /^(?:app|auth|site)?(?:user|account|member|customer|admin|administrator|employee|operator|staff|owner|merchant|patient|person|credential)$/;
/** A declaration that hides columns by itself. */
const HIDES =
  /select\s*:\s*false|@Exclude\b|@HideField\b|@Expose\b|(?:hidden|private)\s*:\s*true|\btoJSON\b|\bdefaultScope\b|serializedName\s*:\s*null|select\s*:\s*0/;

/** Whether an entity is a person with a login, by its name or its columns. */
const isPeople = (key: string, columns: readonly string[]): boolean =>
  PEOPLE.test(key) || (columns.some((each) => /email/i.test(each)) && columns.some((each) => /passw|pwd/i.test(each)));

const secretAmong = (columns: readonly string[]): string | null =>
  columns.find((column) => SECRET.test(columnKey(column))) ?? null;

/**
 * A secret column of a person's entity; null where no schema tells its columns; false where it has none, where its
 * declaration hides them, and for everything else.
 */
export function secretOf(entity: string, query: Query): string | null | false {
  const file = fileOf(query.start);
  const key = entityKey(entity);
  if (query.library.name === 'prisma') return secretOfModel(key, file);
  const tables =
    projectTables(file)
      .get(key)
      ?.filter(({ columns }) => columns.size > 0) ?? [];
  if (tables.length > 0) {
    for (const { fields = [], node } of tables) {
      if ((node && hides(node)) || !isPeople(key, fields)) return false;
      const secret = secretAmong(fields);
      if (secret !== null) return secret;
    }
    return false;
  }
  return PEOPLE.test(key) ? null : false;
}

function secretOfModel(key: string, file: BackendFile): string | null | false {
  // `new PrismaClient({ omit: { user: { password: true } } })`
  if (file.project.filesMentioning(file.path, /new PrismaClient\([^;]*\bomit\b|\$extends\([^;]*\bresult\b/).length > 0)
    return false;
  const texts = file.project.schemaTexts(file.path);
  const models = prismaModels(texts);
  if (models.length === 0) return PEOPLE.test(key) ? null : false;
  const model = models.find(({ names }) => names.includes(key));
  const columns = model?.block.fields.map(({ name }) => name.value) ?? [];
  return isPeople(key, columns) ? (secretAmong(columns) ?? false) : false;
}

/** Whether a table's declaration, or what its schema is told beside it (`schema.set('toJSON', …)`), hides columns. */
function hides(node: Node): boolean {
  if (HIDES.test(sourceText(node))) return true;
  const { parent } = node;
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return false;
  const name = parent.id.name.replaceAll('$', String.raw`\$`);
  return new RegExp(
    String.raw`\b${name}(?:\.set\(\s*['"]to(?:JSON|Object)['"]|\.methods\.to(?:JSON|Object)\b|\.plugin\(\s*\w*to_?json)`,
    'i',
  ).test(fileOf(node).text);
}
