import type { TSESLint } from '@typescript-eslint/utils';

import type { LostError } from '../facts/logs/lost-errors.js';
import { sourceText } from '../model/file.js';
import type { Node } from '../syntax/ast.js';
import { keyName, unwrap } from '../syntax/nodes.js';

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix | readonly TSESLint.RuleFix[];

const PINO: ReadonlySet<string | null> = new Set(['pino', 'nestjs-pino', 'hono-pino', 'bunyan']);

/** The edit by which a log call gets the error in the form that its logger reads; null where that isn't known. */
export function findLogErrorFix(lost: LostError): Fix | null {
  const { log, error, how, node, property } = lost;
  if (how === 'key') {
    return (fixer) =>
      property!.shorthand ? fixer.insertTextBefore(property!, 'err: ') : fixer.replaceText(property!.key, 'err');
  }
  if (log.wrapper || log.proof === 'name') return null;
  const [first, second] = log.values;
  if (!first) return null;
  // `const message = err.message` would be left unused.
  const isOtherName = node.type === 'Identifier' && node.name !== error.name;
  if (how === 'ignored') {
    if (log.values.length !== 2) return null;
    return (fixer) => [
      fixer.replaceText(first, fieldsText(second!, error.name)),
      fixer.replaceText(second!, sourceText(first)),
    ];
  }
  if (log.form === 'fields-first' && PINO.has(log.library)) {
    const fields = unwrap(first);
    // Beside the fields that stand there already.
    if (fields.type === 'ObjectExpression') {
      const has = fields.properties.some(
        (each) => each.type === 'Property' && keyName(each.key, each.computed) === 'err',
      );
      const field = error.name === 'err' ? 'err' : `err: ${error.name}`;
      if (has || fields.properties.length === 0) return null;
      return (fixer) => fixer.insertTextBefore(fields.properties[0]!, `${field}, `);
    }
    if (first === node && log.values.length === 1 && !isOtherName)
      return (fixer) => fixer.replaceText(first, error.name);
    return first === log.message ? (fixer) => fixer.insertTextBefore(first, `${error.name}, `) : null;
  }
  if (log.form === 'values') {
    const isWhole = log.values.includes(node) && !isOtherName;
    return (fixer) =>
      isWhole || (property && !isOtherName)
        ? fixer.replaceText(property && !isWhole ? property.value : node, error.name)
        : fixer.insertTextAfter(log.values.at(-1)!, `, ${error.name}`);
  }
  if (log.form === 'stack-second' && log.level === 'error') {
    // A lone text takes the stack as second argument; where only `err` is known to be anything, the error itself.
    if (log.values.length > 1 && how === 'dropped') return null;
    const isTyped =
      how === 'text' &&
      new RegExp(`(?<!instanceof Error \\? )\\b${error.name}\\.message`).test(sourceText(first)) &&
      !/instanceof|\?\./.test(sourceText(first));
    return (fixer) => fixer.insertTextAfter(first, isTyped ? `, ${error.name}.stack` : `, ${error.name}`);
  }
  if (log.form === 'message-first' && log.library === 'winston' && how === 'dropped' && log.values.length === 1)
    return (fixer) => fixer.insertTextAfter(first, `, ${error.name}`);
  if (
    log.form === 'message-first' &&
    log.library === 'winston' &&
    how === 'text' &&
    log.values.length === 1 &&
    !/instanceof|\?\./.test(sourceText(first)) &&
    sourceText(first).includes(`${error.name}.message`)
  )
    return (fixer) => fixer.insertTextAfter(first, `, { stack: ${error.name}.stack }`);
  return null;
}

/** `{ id, error }` becomes pino's `{ id, err: error }`. */
function fieldsText(given: Node, error: string): string {
  const text = sourceText(given);
  const fields = unwrap(given);
  if (fields.type !== 'ObjectExpression') return text;
  const held = fields.properties.find(
    (each) => each.type === 'Property' && each.value.type === 'Identifier' && each.value.name === error,
  );
  if (!held || sourceText(held).startsWith('err:')) return text;
  const [start, end] = held.range.map((at) => at - given.range[0]) as [number, number];
  return `${text.slice(0, start)}${error === 'err' ? 'err' : `err: ${error}`}${text.slice(end)}`;
}
