import type { SqlDoor } from '../../facts/sql-doors.js';
import { isInTag, openHolesOf, type OpenHole } from '../../facts/sql-holes.js';
import { findSqlFix } from '../../fix/sql.js';
import { sourceText } from '../../model/file.js';
import { createRule } from '../../rule/create-rule.js';
import type { Node } from '../../syntax/ast.js';

/** What the text of a query is made of elsewhere is its own business; these kinds of file run with their authors' values. */
const CHECKED = new Set(['source', 'config', 'script']);
/** Roles in which a bound value may stand. */
const VALUES = new Set(['value', 'quoted', 'list', 'limit']);

export const rule = createRule({
  name: 'no-sql-concat',
  area: 'data',
  level: 'error',
  description: 'disallow values put into the text of a SQL query',
  cwe: [89],
  fixable: true,
  suggests: true,
  messages: {
    value:
      '{{hole}} becomes part of the SQL that {{client}} sends: a quote in it ends the string and the rest runs as SQL. Bind it as a parameter{{how}}.',
    name: '{{hole}} becomes part of the SQL that {{client}} sends, at a place where no parameter can stand (a name, direction or clause): it can rewrite the statement. Pick it from a closed list of constants.',
    raw: '{{client}} pastes {{hole}} into the statement as it is: it can rewrite the query around it. Let the tag bind the value, or pick a name from a closed list of constants.',
    bind: 'Bind it: {{code}}',
  },
  create({ file, sourceCode, report }) {
    if (!CHECKED.has(file.kind)) return {};
    const reported = new Set<Node>();
    const named = (node: Node): string => shorten(sourceText(node));

    return {
      SqlDoor(door) {
        const holes = openHolesOf(door).filter(({ node }) => !reported.has(node));
        if (holes.length === 0) return;
        for (const { node } of holes) reported.add(node);
        const raw = isInTag(door.call);
        const found = findSqlFix(door, holes, sourceCode);
        const first = holes.find(({ role }) => !VALUES.has(role)) ?? holes[0]!;
        report({
          node: raw ? door.call : door.text,
          message: raw ? 'raw' : VALUES.has(first.role) ? 'value' : 'name',
          data: { hole: namesOf(holes, first, named), client: named(door.call.callee), how: howOf(door) },
          fix: found?.sure ? found.fix : null,
          suggest: [found && !found.sure ? { message: 'bind', data: { code: found.code }, fix: found.fix } : null],
        });
      },
    };
  },
});

/** The hole that the message is about, and how many more there are. */
function namesOf(holes: readonly OpenHole[], first: OpenHole, named: (node: Node) => string): string {
  const others = new Set(holes.map(({ node }) => named(node))).size - 1;
  return others > 0 ? `${named(first.node)} (and ${others} more)` : named(first.node);
}

const shorten = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length <= 50 ? line : `${line.slice(0, 47)}…`;
};

/** The form in which the client takes values. */
function howOf({ row }: SqlDoor): string {
  switch (row.placeholder) {
    case '$n':
      return row.driver ? '' : ' ($1 and the list of values)';
    case '?':
      return row.bind ? ` (? and .${row.bind[0]}(value))` : ' (? and the list of values)';
    case ':name':
      return ' (:name and an object of values)';
    case '@name':
      return ' (@name and .input(name, value))';
    case 'tag':
      return ' (the template tag does it)';
    default:
      return '';
  }
}
