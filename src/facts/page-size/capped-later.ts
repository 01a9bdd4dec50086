import { type BackendFile, fileOf, sourceText } from '../../model/file.js';
import type { FunctionNode, Node } from '../../syntax/ast.js';
import { allOf } from '../../syntax/walk.js';
import { findCalled } from '../entities.js';

const patterns = new Map<string, RegExp>();
const MOST_FILES = 30;

/** Code that caps a value of a name: `Math.min(query.limit, 100)`, `if (limit > MAX)`, `clamp(limit, 1, 100)`. */
function cappingOf(name: string): RegExp {
  let pattern = patterns.get(name);
  if (!pattern) {
    const word = name.replaceAll(/[^\w]/g, '\\$&');
    pattern = new RegExp(
      String.raw`(?:Math\.min|clamp\w*|cap\w*Limit)\s*\([^;{}]{0,80}\b${word}\b|\b${word}\b\)?\s*>=?\s*(?!0\b|1\b|=)[\w.]+|\b(?:[A-Z_]*MAX[A-Z_]*|[2-9]\d+|\d{3,})\s*<=?\s*[\w.]*\b${word}\b|\.includes\(\s*(?:\w+\.)?${word}\s*\)`,
    );
    patterns.set(name, pattern);
  }
  return pattern;
}

/**
 * Whether the number is capped after its schema let it through: in a function that uses the schema, or in one that it
 * calls. Read from the texts of these functions: a cap of the same name is enough to be silent.
 */
export const isCappedLater = (name: string, field: Node): boolean =>
  consumersOf(field).some((fn) => isCappedIn(fn, cappingOf(name), 0));

/** Whether a function that uses the schema hands the number to one that lists: `model.listOperations({ limit })`. */
export const isHandedToList = (name: string, field: Node): boolean =>
  consumersOf(field).some((fn) =>
    new RegExp(
      String.raw`\b(?:list|find|search|query|paginate|fetch|getMany|getAll|recent)\w*\([^;]{0,300}\b${name}\b`,
    ).test(sourceText(fn)),
  );

/** The functions that use the schema of a field, in its file and in those that import it. */
function consumersOf(field: Node): readonly FunctionNode[] {
  const { title, node } = holderOf(field);
  if (title === null) return allOf(node, FUNCTIONS);
  const file = fileOf(field);
  const importers = file.project.importersOf(file.path).slice(0, MOST_FILES);
  return [file, ...importers.flatMap((path) => file.project.open(path) ?? [])].flatMap((each) =>
    consumersIn(each, title),
  );
}

const FUNCTIONS = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'] as const;

/** What the schema is called, or where it has no name the statement that it stands in. */
function holderOf(field: Node): { title: string | null; node: Node } {
  let node = field;
  for (let up = field.parent; up && up.type !== 'Program' && up.type !== 'BlockStatement'; up = up.parent) {
    if ((up.type === 'VariableDeclarator' && up.id.type === 'Identifier') || up.type === 'ClassDeclaration')
      // A router's own declaration holds its procedures: those are told apart below it.
      if (
        up.type === 'ClassDeclaration' ||
        /schema|query|dto|params|input|search|filter|list|find|validation/i.test((up.id as { name: string }).name) ||
        !isRouter(up)
      )
        return { title: up.id ? (up.id as { name: string }).name : null, node: up };
    if (up.type === 'Property' && node !== field && /Call|Arrow/.test(up.value.type) && isRouter(up.parent))
      return { title: null, node: up };
    node = up;
  }
  return { title: null, node };
}

const isRouter = (node: Node): boolean =>
  /router|createTRPC|procedure/i.test(fileOf(node).text.slice(node.range[0], node.range[0] + 400));

/** The innermost functions that name the schema, or the handler beside which it is named. */
function consumersIn(file: BackendFile, title: string): readonly FunctionNode[] {
  if (!file.text.includes(title)) return [];
  const word = new RegExp(`\\b${title}\\b`);
  const named = file.index.functions.filter((fn) => word.test(file.text.slice(...fn.range)));
  const beside = file.index.functions.filter((fn) => {
    const { parent } = fn;
    return (
      parent.type === 'CallExpression' &&
      parent.arguments.some((each) => each !== fn && word.test(file.text.slice(...each.range)))
    );
  });
  const inner = named.filter(
    (fn) => !named.some((other) => other !== fn && other.range[0] >= fn.range[0] && other.range[1] <= fn.range[1]),
  );
  // `t.procedure.input(schema).query(({ input }) => …)`
  const chained = file.index.functions.filter((fn) => {
    const call = fn.parent;
    return call.type === 'CallExpression' && word.test(file.text.slice(call.callee.range[0], call.callee.range[1]));
  });
  return [...inner, ...beside, ...chained];
}

function isCappedIn(fn: FunctionNode, pattern: RegExp, hops: number): boolean {
  if (pattern.test(sourceText(fn))) return true;
  if (hops > 1) return false;
  return allOf(fn, ['CallExpression']).some((call) => {
    const called = findCalled(call);
    return called !== null && called !== fn && isCappedIn(called, pattern, hops + 1);
  });
}
