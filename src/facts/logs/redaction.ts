import { dirname } from 'node:path';

import { type BackendFile, fileOf, sourceText } from '../../model/file.js';
import type { LogCall } from '../../model/log.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { keyName } from '../../syntax/nodes.js';
import { argumentAt, follow, propertyIn, textOf } from '../values.js';

/** What a logger leaves out of its lines: paths, everything that could matter (or can't be told), or nothing. */
export type Redaction = { readonly paths: readonly string[] } | 'all' | 'none';

const MASKING = /redact|mask|sanit|scrub|filter|secret|hide|clean|strip|censor/i;

/** What the logger of a call redacts. */
export function redactionOf(log: LogCall): Redaction {
  if (log.library === 'console' || log.library === 'debug') return 'none';
  const at = log.logger?.at;
  const file = fileOf(log.call);
  if (at && log.library !== 'nestjs-pino' && isMaking(at)) {
    if (log.library === 'winston') return MASKING.test(textOfOptions(at)) ? 'all' : 'none';
    const given = argumentAt(at, '0.redact');
    if (given === 'unknown') return redactionOfPackage(file);
    // A serializer of one's own decides what is said of the field.
    if (given === 'absent') return 'none';
    return pathsIn(given);
  }
  return redactionOfPackage(file);
}

const isMaking = (node: Node): node is TSESTree.CallExpression | TSESTree.NewExpression =>
  node.type === 'CallExpression' || node.type === 'NewExpression';

/** The text of a logger's options, formats named in the same file included. */
function textOfOptions(made: { readonly arguments: readonly Node[] }): string {
  return made.arguments
    .map((argument) => {
      const value = follow(argument);
      const format = value.type === 'ObjectExpression' ? propertyIn(value, 'format') : null;
      const parts: Node[] = [argument, value, ...(format && format !== 'unknown' ? [follow(format)] : [])];
      return parts.map((part) => sourceText(part)).join(' ');
    })
    .join(' ');
}

function pathsIn(node: Node): Redaction {
  const value = follow(node);
  if (value.type === 'ObjectExpression') {
    const paths = propertyIn(value, 'paths');
    return paths === 'unknown' ? 'all' : paths ? pathsIn(paths) : 'none';
  }
  if (value.type !== 'ArrayExpression') return 'all';
  const texts = value.elements.map((element) => (element && element.type !== 'SpreadElement' ? textOf(element) : null));
  const paths = texts.filter((text) => text !== null);
  return paths.length < texts.length ? 'all' : { paths };
}

const redactionOfPackage = (file: BackendFile): Redaction => file.memo(findInPackage);

/** The paths that any logger in the package of a file redacts: for loggers that a framework makes. */
function findInPackage(file: BackendFile): Redaction {
  const dir = file.project.findPackage(file.path)?.dir ?? dirname(file.path);
  const paths: string[] = [];
  for (const path of file.project.filesMentioning(file.path, 'redact')) {
    if (!path.startsWith(dir)) continue;
    const other = path === file.path ? file : file.project.open(path);
    for (const object of other?.index.objects ?? [])
      for (const property of object.properties) {
        if (property.type !== 'Property' || keyName(property.key, property.computed) !== 'redact') continue;
        const found = pathsIn(property.value);
        if (found === 'all') return 'all';
        if (found !== 'none') paths.push(...found.paths);
      }
  }
  return paths.length > 0 ? { paths } : 'none';
}

/**
 * Whether the redaction of a logger covers a path of names in the logged object. Paths are fast-redact's: names joined
 * by dots or in brackets, `*` for any one name (https://getpino.io/#/docs/redaction).
 */
export function isRedacted(redaction: Redaction, path: readonly string[], isNested = false): boolean {
  if (redaction === 'all') return true;
  if (redaction === 'none' || path.length === 0) return false;
  return redaction.paths.some((pattern) => covers(segmentsOf(pattern), path, isNested));
}

const segmentsOf = (pattern: string): string[] =>
  pattern
    .replaceAll(/\[['"]?([^\]'"]+)['"]?\]/g, '.$1')
    .split('.')
    .filter((part) => part !== '');

/** A pattern covers a path that it matches, and all below. Inside a wrapper the path may stand deeper than it looks. */
function covers(pattern: readonly string[], path: readonly string[], isNested: boolean): boolean {
  const matches = (from: readonly string[]): boolean =>
    from.length <= path.length && from.every((part, index) => part === '*' || part === path[index]);
  if (matches(pattern)) return true;
  return isNested && pattern.some((_, index) => index > 0 && matches(pattern.slice(index)));
}
