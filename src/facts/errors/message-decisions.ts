import type { BackendFile } from '../../model/file.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName } from '../../syntax/nodes.js';
import { textOf } from '../values.js';

/** A plain Error whose text some code decides on. */
export interface TextDecision {
  readonly node: TSESTree.NewExpression;
  readonly text: string;
  /** The file that decides on it. */
  readonly decider: BackendFile;
}

const DECIDES =
  /\.message\b[^\n]{0,20}(?:===|==|!==|\.includes\(|\.startsWith\(|\.match\()|switch\s*\(\s*\w+(?:\.\w+)*\.message\b/;

/** Every `throw new Error('…')` of a file whose text is compared with somewhere in the project. */
export function textDecisionsOf(file: BackendFile): TextDecision[] {
  const thrown = file.index.news.flatMap((node) => {
    if (calleeName(node) !== 'Error' || !isThrown(node)) return [];
    const text = node.arguments[0] ? textOf(node.arguments[0]) : null;
    return text === null || text.length < 4 ? [] : [{ node, text }];
  });
  if (thrown.length === 0) return [];
  const paths = new Set([file.path, ...file.project.filesMentioning(file.path, DECIDES)]);
  const deciders = [...paths].flatMap((path) => {
    const other = path === file.path ? file : file.project.open(path);
    return other?.kind === 'source' ? other : [];
  });
  return thrown.flatMap(({ node, text }): TextDecision[] => {
    const decider = deciders.find((other) =>
      other.memo(comparedTexts).some(({ given, isPart }) => (isPart ? text.includes(given) : text === given)),
    );
    return decider ? [{ node, text, decider }] : [];
  });
}

const isThrown = (node: Node): boolean => node.parent?.type === 'ThrowStatement';

interface Compared {
  readonly given: string;
  readonly isPart: boolean;
}

/** The texts with which a file compares messages of errors. */
function comparedTexts(file: BackendFile): Compared[] {
  const found: Compared[] = [];
  const isMessage = (node: Node): boolean =>
    /(?:^|[.?])message$/.test(file.text.slice(...node.range)) &&
    /err|^e\b|error|ex\b|cause|reason/i.test(file.text.slice(...node.range));
  for (const { left, right } of file.index.comparisons) {
    const other = isMessage(left) ? right : isMessage(right) ? left : null;
    const text = other && textOf(other);
    if (text) found.push({ given: text, isPart: false });
  }
  for (const name of ['includes', 'startsWith'])
    for (const call of file.index.calls.get(name) ?? []) {
      const { callee } = call;
      const text = call.arguments[0] && textOf(call.arguments[0]);
      if (callee.type === 'MemberExpression' && isMessage(callee.object) && text && text.length >= 4)
        found.push({ given: text, isPart: true });
    }
  for (const [, given] of /switch\s*\([^)]*\.message\)/.test(file.text)
    ? file.text.matchAll(/\bcase\s+['"`]([^'"`\n]{4,})['"`]\s*:/g)
    : [])
    if (given) found.push({ given, isPart: false });
  return found;
}

/** The words of a text as the name of a class: `User not found` → `UserNotFoundError`. */
export function classNameOf(text: string): string {
  const words = text
    .replaceAll(/[^A-Za-z ]/g, '')
    .trim()
    .split(/\s+/)
    .slice(0, 4);
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()).join('');
  return /Error$/.test(name) ? name : `${name}Error`;
}
