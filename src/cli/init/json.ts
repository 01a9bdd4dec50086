import { applyEdits, modify, parseTree, findNodeAtLocation, getNodeValue, type ParseError } from 'jsonc-parser';

type Path = readonly (string | number)[];

/** JSON text, comments and layout kept, with a value put in; null for text that is no JSON. */
export function withValue(text: string, path: Path, value: unknown, isArrayInsertion = false): string | null {
  const errors: ParseError[] = [];
  parseTree(text, errors, { allowTrailingComma: true });
  if (errors.length > 0) return null;
  const indent = /^[\t ]+(?=")/m.exec(text)?.[0] ?? '  ';
  const isTabbed = indent.startsWith('\t');
  const edits = modify(text, [...path], value, {
    isArrayInsertion,
    formattingOptions: {
      insertSpaces: !isTabbed,
      tabSize: isTabbed ? 1 : indent.length,
      eol: /\r\n/.test(text) ? '\r\n' : '\n',
    },
  });
  return applyEdits(text, edits);
}

/** The value at a path, undefined where there is none; null for text that is no JSON. */
export function valueAt(text: string, path: Path): { readonly value: unknown } | null {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  if (!root || errors.length > 0) return null;
  const node = findNodeAtLocation(root, [...path]);
  return { value: node ? (getNodeValue(node) as unknown) : undefined };
}
