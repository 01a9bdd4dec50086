import { type BackendFile, sourceText } from '../../model/file.js';
import type { Node } from '../../syntax/ast.js';
import { calleeName, keyName } from '../../syntax/nodes.js';
import { entityKey } from '../effects/names.js';
import { queriesOf } from '../queries.js';
import { textOf } from '../values.js';
import { statementOf } from './statement.js';

/** A column that says whose a record is: `userId`, `owner_id`, `user`, `organisation`. */
const OWNER =
  /^(?:user|owner|customer|account|org|organi[sz]ation|tenant|workspace|team|company|member|patient|client|household|holder|seller|buyer|merchant|employee|student|borrower|recipient|sender|uploader|profile|requester|subscriber|guest|passenger|driver|person|belongs_?to)(?:_?(?:id|uuid|ref))?$/i;
/** One that says who wrote it: others may still read it. */
const AUTHOR = /^(?:author|creator|created_?by|posted_?by|added_?by|submitted_?by)(?:_?(?:user|id|user_?id|uuid))?$/i;

/** What is somebody's by its nature, where nothing shows the table. */
const PERSONAL =
  /(?:order|invoice|payment|address|document|note|message|conversation|subscription|booking|reservation|appointment|prescription|wallet|card|transaction|cart|basket|ticket|apikey|todo|draft|credential|receipt|statement|claim|upload|attachment|bankaccount|paymentmethod|medicalrecord|healthrecord|record|shipment|parcel|loan|policy|quote|contract|device|reminder|diary|journal|wishlist|passkey|webhook|integration|expense|timesheet|payslip|letter|chat|thread)$/;
/** What all may read, even where a column names an owner. */
const SHARED =
  /^(?:product|categor|tag|countr|currenc|plan|price|post|article|page|blog|news|course|lesson|movie|book|song|album|artist|restaurant|menu|event|venue|city|region|role|permission|setting|config|feature|template|faq|review|rating|brand|store|shop|item$|listing|job$|jobpost|recipe|video|channel|game|language|media$|image$|asset$|catalog|genre|author|feedback)/;

/** Whose records a table holds: `owner`: somebody's; `author`: written by somebody, for others to read; `user`: the users themselves; null: nobody's, or unknown. */
export type Ownership = 'owner' | 'author' | 'user' | null;

const USERS = /^(?:user|account|profile|member|customer|employee|patient)$/;
const MAX_FILES = 12;

/** What the project shows of whose a table's records are: its schema, its entities, and other queries of it. */
export function ownershipOf(entity: string, file: BackendFile): Ownership {
  const memo = file.memo(answersOf);
  const key = entityKey(entity);
  const known = memo.get(key);
  if (known !== undefined) return known;
  memo.set(key, null);
  const found = find(key, entity, file, 0);
  memo.set(key, found);
  return found;
}

const answersOf = (): Map<string, Ownership> => new Map();

function find(key: string, entity: string, file: BackendFile, hops: number): Ownership {
  if (/^users?$/.test(key)) return 'user';
  const columns = columnsOf(key, entity, file);
  if (columns.some((column) => OWNER.test(column))) return SHARED.test(key) ? 'author' : 'owner';
  if (columns.some((column) => AUTHOR.test(column))) return 'author';
  if (hops < 2)
    for (const column of columns) {
      const parent = /^(\w+?)_?id$/i.exec(column)?.[1];
      if (parent === undefined || entityKey(parent) === key || SHARED.test(entityKey(parent))) continue;
      const above = find(entityKey(parent), parent, file, hops + 1);
      if (above === 'owner') return above;
    }
  if (USERS.test(key)) return 'user';
  return hops === 0 && columns.length === 0 && PERSONAL.test(key) && !SHARED.test(key) ? 'owner' : null;
}

/** The columns of a table as far as the project shows them. */
function columnsOf(key: string, entity: string, file: BackendFile): string[] {
  const { project } = file;
  const columns = project.schemaTexts(file.path).flatMap((text) => columnsInSchema(text, key));
  if (columns.length > 0) return columns;
  const name = entity.replace(/^.*\./, '').replace(/(?<=.)(?:Repository|Repo|Model|Table|Entity|s)$/, '');
  if (!/^\w+$/.test(name)) return [];
  const paths = project.filesMentioning(file.path, new RegExp(`\\b\\w*${name.slice(1, -1)}\\w*\\b`, 'i'));
  for (const path of paths.slice(0, 60)) {
    if (columns.length > 0) break;
    const other = path === file.path ? file : project.open(path);
    if (other && other.kind !== 'test') columns.push(...declaredIn(other, key));
  }
  if (columns.length > 0) return columns;
  for (const path of paths.slice(0, MAX_FILES)) {
    const other = path === file.path ? file : project.open(path);
    if (other?.kind === 'source') columns.push(...usedIn(other, key));
  }
  return columns;
}

function columnsInSchema(text: string, key: string): string[] {
  const columns: string[] = [];
  for (const [, model, body] of text.matchAll(/^\s*model\s+(\w+)\s*\{([^]*?)^\s*\}/gm))
    if (entityKey(model!) === key || entityKey(/@@map\(\s*"([^"]+)"/.exec(body!)?.[1] ?? '') === key)
      // Lists are the children's side of a relation.
      for (const [, name, , list] of body!.matchAll(/^\s*(\w+)\s+(\w+)(\[\])?/gm))
        if (list === undefined) columns.push(name!);
  for (const [, table, body] of text.matchAll(
    /create\s+table\s+(?:if\s+not\s+exists\s+)?([\w."`[\]]+)\s*\(([^;]*)\)/gi,
  ))
    if (entityKey(table!.replaceAll(/["`[\]]/g, '').replace(/^.*\./, '')) === key)
      for (const [, name] of body!.matchAll(/(?:^|[,(])\s*["`[]?(\w+)["`\]]?\s+\w/gm)) columns.push(name!);
  return columns;
}

const TABLES = ['pgTable', 'mysqlTable', 'sqliteTable', 'table', 'define', 'createTable', 'model'];

/** Columns of classes, tables and schemas of that name. */
function declaredIn(file: BackendFile, key: string): string[] {
  const columns: string[] = [];
  for (const node of file.index.classes) {
    if (node.decorators.length === 0 && !node.superClass) continue;
    if (!node.id || entityKey(node.id.name) !== key) continue;
    for (const member of node.body.body)
      if (member.type === 'PropertyDefinition') columns.push(keyName(member.key, member.computed) ?? '');
  }
  for (const name of TABLES)
    for (const call of file.index.calls.get(name) ?? []) {
      const [first] = call.arguments;
      if (first && entityKey(textOf(first) ?? '') === key) columns.push(...keysIn(call.arguments[1]));
    }
  for (const made of [...file.index.news, ...(file.index.calls.get('Schema') ?? [])]) {
    if (calleeName(made) !== 'Schema') continue;
    const holder =
      made.parent.type === 'VariableDeclarator' && made.parent.id.type === 'Identifier' ? made.parent.id.name : '';
    if (entityKey(holder) === key) columns.push(...keysIn(made.arguments[0]));
  }
  for (const call of file.index.calls.get('init') ?? [])
    if (
      call.callee.type === 'MemberExpression' &&
      call.callee.object.type === 'Identifier' &&
      entityKey(call.callee.object.name) === key
    )
      columns.push(...keysIn(call.arguments[0]));
  return columns;
}

const keysIn = (node: Node | undefined): string[] =>
  node?.type === 'ObjectExpression'
    ? node.properties.flatMap((each) => (each.type === 'Property' ? (keyName(each.key, each.computed) ?? []) : []))
    : [];

/** Columns that other queries of the table speak of. */
function usedIn(file: BackendFile, key: string): string[] {
  return queriesOf(file).flatMap((query) => {
    const { start, run } = query;
    const entity = query.text ? statementOf(query)?.table : query.entity;
    if (!entity || entityKey(entity) !== key) return [];
    const node = run ?? start;
    const text = sourceText(node);
    return [...text.matchAll(/\b(\w+)\b/g)]
      .map(([, word]) => word!)
      .filter((word) => (OWNER.test(word) && /id$/i.test(word)) || AUTHOR.test(word));
  });
}
