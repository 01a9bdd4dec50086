import { STATUS_CODES } from 'node:http';

import { type BackendFile, sourceText } from '../../model/file.js';
import type { Answer } from '../../model/response.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { isFunction, keyName } from '../../syntax/nodes.js';
import { answersOf } from '../responses.js';
import { follow } from '../values.js';

/** An error answered in a form of its own. */
export interface PlainError {
  readonly answer: Answer;
  /** The body as it is written; null where it stands elsewhere. */
  readonly body: TSESTree.ObjectExpression | null;
  readonly status: number;
}

const NOT_HTTP = /^(?:graphql|trpc|nestjs-graphql|pothos|graphql-errors)$/;

/** Every error answer of a file whose body is no problem of RFC 9457. */
export const plainErrorsOf = (file: BackendFile): PlainError[] =>
  answersOf(file).flatMap((answer) => {
    const { status, does, kind, library, helper, node } = answer;
    if (status === null || status < 400 || helper || NOT_HTTP.test(library.name) || answer.proof === 'name') return [];
    if (!/^(?:send|value|set|return)$/.test(does) || !/^(?:json|any)$/.test(kind)) return [];
    const body = answer.bodies[0];
    const value = body ? follow(body) : null;
    if (!body || !value || isSaidAround(node)) return [];
    if (value.type !== 'ObjectExpression')
      return value.type === 'Literal' && kind === 'json' ? [{ answer, body: null, status }] : [];
    const keys = value.properties.map((each) => (each.type === 'Property' ? keyName(each.key, each.computed) : null));
    // A spread may bring anything.
    if (keys.includes(null) || (keys.includes('type') && keys.includes('title'))) return [];
    return [{ answer, body: value === body ? value : null, status }];
  });

/** Whether the function names the media type: for this answer, or for all of them. */
function isSaidAround(node: Node): boolean {
  let up: Node = node;
  while (up.parent && !isFunction(up) && up.parent.type !== 'Program') up = up.parent;
  return /problem\+json/.test(sourceText(up));
}

/** `{ type, title, status, detail }` for a body that is written on the spot; the old text becomes the detail. */
export function problemText({ body, status }: PlainError, source: string): string {
  const said = body?.properties.find(
    (each): each is TSESTree.Property =>
      each.type === 'Property' && /^(?:error|message|detail|reason)$/.test(keyName(each.key, each.computed) ?? ''),
  );
  const rest = (body?.properties ?? []).filter((each) => each !== said && !isReplaced(each));
  const parts = [
    "type: 'about:blank'",
    `title: ${JSON.stringify(STATUS_CODES[status] ?? 'Error').replaceAll('"', "'")}`,
    `status: ${status}`,
    ...(said ? [`detail: ${source.slice(...said.value.range)}`] : []),
    ...rest.map((each) => source.slice(...each.range)),
  ];
  return `{ ${parts.join(', ')} }`;
}

const isReplaced = (each: TSESTree.ObjectLiteralElement): boolean =>
  each.type === 'Property' && /^(?:type|title|status|statusCode|detail)$/.test(keyName(each.key, each.computed) ?? '');
