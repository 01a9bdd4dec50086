import { type BackendFile, fileOf } from '../model/file.js';
import type { FieldPath } from '../model/flow.js';
import type { Node } from '../syntax/ast.js';
import { routesRound } from './serving.js';

const SCALARS = /^(?:GraphQL)?(?:JSON(?:Object)?|Any|AnyScalar|Mixed|Object|Map)$/;

/** Whether it is an argument of a resolver whose type in the schema's text is a scalar for anything: `changes: JSON!`. */
export function isOpenArgument(node: Node, [name]: FieldPath): boolean {
  const field = routesRound(node).find(({ verb }) => verb === 'QUERY' || verb === 'MUTATION')?.path;
  if (!field || name === undefined || !/^\w+$/.test(field) || !/^\w+$/.test(name)) return false;
  const declared = new RegExp(`\\b${field}\\s*\\([^)]*\\b${name}\\s*:\\s*\\[?(\\w+)`);
  const type = textsOf(fileOf(node), field)
    .map((text) => declared.exec(text)?.[1])
    .find(Boolean);
  return type !== undefined && SCALARS.test(type);
}

/** The file itself, and those whose text may declare a field of the schema. */
const textsOf = (file: BackendFile, field: string): readonly string[] =>
  /\bscalar\s+\w/.test(file.text) && file.text.includes(field)
    ? [file.text]
    : file.project
        .filesMentioning(file.path, /\bscalar\s+(?:JSON|Any|Object|Mixed|Map)/)
        .flatMap((path) => file.project.open(path)?.text ?? []);
