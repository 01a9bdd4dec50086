import type { Filter, Query } from '../../model/query.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, unwrap } from '../../syntax/nodes.js';
import { builtText } from '../text.js';
import { argumentAt, follow, propertyIn } from '../values.js';

/** A condition of a plain list of them: `id = $1`, `o.user_id = ?`, `deleted_at IS NULL`, `status = 'open'`. */
const CONDITION = /^(?:"?\w+"?\.)?["`[]?(\w+)["`\]]?(?:::\w+)?\s*(?:=\s*(.+)|(is\s+(?:not\s+)?null))$/i;

/** A statement on one table, as far as it is plain. */
export interface Statement {
  readonly does: 'load' | 'change' | 'delete' | 'create';
  readonly table: string;
  /** Null where its WHERE is more than equalities joined by AND, or it has joins: these may ask for the owner in ways of their own. */
  readonly filters: readonly Filter[] | null;
}

const VERBS = { select: 'load', update: 'change', delete: 'delete', insert: 'create' } as const;
const HEAD =
  /^\s*(?:(select)\b.*?\bfrom|(update)(?:\s+only)?|(delete)\s+from|(insert)\s+(?:or\s+\w+\s+|ignore\s+)?into)\s+(?:["`[]?\w+["`\]]?\.)?["`[]?(\w+)/i;

/** What the text of a query says; null for what isn't a plain statement. */
export function statementOf(query: Query): Statement | null {
  const { parts } = builtText(query.text!);
  const holes: Node[] = [];
  const text = parts
    .map((part) => (part.kind === 'text' ? part.text : `«${holes.push(part.node) - 1}»`))
    .join('')
    .replaceAll(/\s+/g, ' ');
  const head = HEAD.exec(text);
  if (!head) return null;
  const verb = (head[1] ?? head[2] ?? head[3] ?? head[4])!.toLowerCase() as keyof typeof VERBS;
  return { does: VERBS[verb], table: head[5]!, filters: conditionsIn(text, query, holes) };
}

function conditionsIn(text: string, query: Query, holes: readonly Node[]): Filter[] | null {
  if (/\bjoin\b|\busing\b|\bunion\b|\bexists\b|\(\s*select\b/i.test(text)) return null;
  const at = /\bwhere\b/i.exec(text);
  if (!at) return null;
  const where = text
    .slice(at.index + 5)
    .replace(/\b(?:order by|group by|limit|returning|for update|for share|offset)\b.*$/i, '')
    .replace(/;\s*$/, '')
    .trim();
  if (/\bor\b|\(/i.test(where)) return null;
  const known: Filter[] = [];
  let marks = text.slice(0, at.index).split('?').length - 1;
  for (const condition of where.split(/\s+and\s+/i)) {
    const match = CONDITION.exec(condition.trim());
    if (!match) return null;
    const [, column, given] = match;
    if (given === undefined || /^(?:'[^']*'|-?\d+|true|false|null)$/i.test(given.trim())) continue;
    const value = valueFor(given.trim().replace(/::\w+$/, ''), query, holes, marks);
    if (given.includes('?')) marks++;
    if (!value) return null;
    known.push({ column: column!, how: 'equal', value });
  }
  return known;
}

/** What is bound to a placeholder. */
function valueFor(mark: string, query: Query, holes: readonly Node[], count: number): Node | null {
  const hole = /^«(\d+)»$/.exec(mark)?.[1];
  if (hole !== undefined) return holes[Number(hole)] ?? null;
  const numbered = /^[$?](\d+)$/.exec(mark)?.[1];
  const index = numbered === undefined ? (mark === '?' ? count : null) : Number(numbered) - 1;
  const named = /^[:@$](\w+)$/.exec(mark)?.[1];
  const call = query.start;
  if (call.type !== 'CallExpression') return null;
  const positions = query.row.values ?? [];
  for (const position of positions.length > 0 ? positions : ['1']) {
    const given = argumentAt(call, position);
    const value = typeof given === 'string' ? null : unwrap(follow(given));
    if (!value) continue;
    if (index !== null && value.type === 'ArrayExpression') return plain(value.elements[index]);
    if (named !== undefined && index === null && value.type === 'ObjectExpression') {
      const found = propertyIn(value, named);
      return found && found !== 'unknown' ? found : null;
    }
  }
  if (index === null || !query.row.madeWith) return null;
  // D1: `db.prepare('… WHERE id = ?').bind(id, owner).first()`.
  const bound = call.callee.type === 'MemberExpression' ? unwrap(call.callee.object) : null;
  return bound?.type === 'CallExpression' && calleeName(bound) === 'bind'
    ? plain(bound.arguments[index])
    : plain(call.arguments[index]);
}

const plain = (node: TSESTree.CallExpressionArgument | null | undefined): Node | null =>
  node && node.type !== 'SpreadElement' ? node : null;
