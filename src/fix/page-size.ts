import type { TSESLint } from '@typescript-eslint/utils';

import { follow } from '../facts/values.js';
import type { BackendFile } from '../model/file.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { calleeName, literalText, receiverOf, unwrap } from '../syntax/nodes.js';
import { findVariable } from '../facts/bindings.js';
import { importOf } from './imports.js';

interface Edit {
  /** What is written: `.max(100)`. */
  readonly code: string;
  readonly fix: (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix | readonly TSESLint.RuleFix[];
}

const NUMBERS = /^(?:number|int|int32|integer|bigint|natural)$/;

/** How the field of a schema, or a DTO's property, is given an upper bound in its library's form; null where it can't be. */
export function findFieldCap(field: Node, max: number, file: BackendFile): Edit | null {
  if (field.type === 'PropertyDefinition') return asDecorator(field, max, file);
  const value = unwrap(field);
  const text = literalText(value);
  // ArkType's `'number.integer > 0'`.
  if (text !== null)
    return /^number\b[^<>|&]*$/.test(text)
      ? {
          code: `<= ${max}`,
          fix: (fixer) => fixer.insertTextBeforeRange([value.range[1] - 1, value.range[1]], ` <= ${max}`),
        }
      : null;
  if (value.type === 'ObjectExpression') return intoObject(value, max);
  return value.type === 'CallExpression' ? inChain(value, max) : null;
}

function inChain(chain: TSESTree.CallExpression, max: number): Edit | null {
  const root = rootOf(chain);
  // Valibot: functions in a pipe; TypeBox and Elysia: options.
  if (root === 'v' && importedFrom(chain, /^valibot$/)) return inPipe(chain, max);
  const typebox = findTypeBox(chain);
  if (typebox) return intoOptions(typebox, max);
  if (root === 's') return null;
  for (let link: Node | null = chain; link?.type === 'CallExpression';) {
    const name = calleeName(link) ?? '';
    if (name === 'isInt' || name === 'isNumeric' || name === 'isFloat') return intoOptions(link, max, 'max');
    if (NUMBERS.test(name)) {
      const code = `.max(${max})`;
      const at = link;
      return { code, fix: (fixer) => fixer.insertTextAfter(at, code) };
    }
    const receiver: Node | null = receiverOf(link);
    link = receiver && unwrap(receiver);
  }
  return null;
}

function rootOf(node: Node): string {
  let root = node;
  while (root.type === 'CallExpression' || root.type === 'MemberExpression')
    root = unwrap(root.type === 'CallExpression' ? root.callee : root.object);
  return root.type === 'Identifier' ? root.name : '';
}

function importedFrom(node: Node, module: RegExp): boolean {
  let root = node;
  while (root.type === 'CallExpression' || root.type === 'MemberExpression')
    root = unwrap(root.type === 'CallExpression' ? root.callee : root.object);
  const definition =
    root.type === 'Identifier' ? (findVariable(root)?.defs[0]?.parent as Node | null | undefined) : null;
  return definition?.type === 'ImportDeclaration' && module.test(definition.source.value);
}

function findTypeBox(node: Node): TSESTree.CallExpression | null {
  const value = follow(node);
  if (value.type !== 'CallExpression') return null;
  if (/^(?:Number|Integer|Numeric|BigInt)$/.test(calleeName(value) ?? '')) return value;
  const [first] = value.arguments;
  return /^(?:Optional|Union|Readonly|Partial)$/.test(calleeName(value) ?? '') && first ? findTypeBox(first) : null;
}

function intoOptions(call: TSESTree.CallExpression, max: number, key = 'maximum'): Edit | null {
  const [options] = call.arguments;
  if (options?.type === 'ObjectExpression') return intoObject(options, max, key);
  if (options) return null;
  const code = `{ ${key}: ${max} }`;
  return {
    code: `${key}: ${max}`,
    fix: (fixer) => fixer.insertTextBeforeRange([call.range[1] - 1, call.range[1]], code),
  };
}

function intoObject(object: TSESTree.ObjectExpression, max: number, key = 'maximum'): Edit {
  const code = `${key}: ${max}`;
  const last = object.properties.at(-1);
  return {
    code,
    fix: (fixer) => (last ? fixer.insertTextAfter(last, `, ${code}`) : fixer.replaceText(object, `{ ${code} }`)),
  };
}

/** `v.pipe(v.number(), v.maxValue(100))`. */
function inPipe(chain: TSESTree.CallExpression, max: number): Edit | null {
  const code = `v.maxValue(${max})`;
  const name = calleeName(chain) ?? '';
  const last = chain.arguments.at(-1);
  if (name === 'pipe' && last) return { code, fix: (fixer) => fixer.insertTextAfter(last, `, ${code}`) };
  if (name === 'number')
    return {
      code,
      fix: (fixer) => [fixer.insertTextBefore(chain, 'v.pipe('), fixer.insertTextAfter(chain, `, ${code})`)],
    };
  const inner = chain.arguments[0] && unwrap(chain.arguments[0]);
  return /^(?:optional|nullish|nullable|fallback)$/.test(name) && inner?.type === 'CallExpression'
    ? inPipe(inner, max)
    : null;
}

/** `@Max(100)` among the decorators of class-validator, with its import. */
function asDecorator(member: TSESTree.PropertyDefinition, max: number, file: BackendFile): Edit | null {
  const first = member.decorators[0];
  if (!first || !file.index.specifiers.includes('class-validator')) return null;
  const code = `@Max(${max})`;
  const isImported = file.ast.body.some(
    (each) =>
      each.type === 'ImportDeclaration' &&
      each.specifiers.some((specifier) => specifier.type === 'ImportSpecifier' && specifier.local.name === 'Max'),
  );
  const insertion = isImported ? null : importOf(file, 'Max', 'class-validator', false);
  const lineStart = file.text.lastIndexOf('\n', first.range[0]) + 1;
  const indent = /^\s*/.exec(file.text.slice(lineStart, first.range[0]))![0];
  return {
    code,
    fix: (fixer) => [
      ...(insertion ? [fixer.insertTextAfterRange([insertion.at, insertion.at], insertion.text)] : []),
      fixer.insertTextBefore(first, `${code}\n${indent}`),
    ],
  };
}

/** `Math.min(limit, 100)` at the query. */
export function findSizeCap(size: Node, max: number, file: BackendFile): Edit {
  const source = file.text.slice(...size.range);
  const isNumber = /^(?:Number|parseInt|parseFloat|Math)\b|^\+/.test(source) || size.type === 'Identifier';
  const code = `Math.min(${isNumber ? source : `Number(${source})`}, ${max})`;
  const { parent } = size;
  const isShorthand = parent?.type === 'Property' && parent.shorthand;
  return {
    code,
    fix: (fixer) => (isShorthand ? fixer.replaceText(parent, `${source}: ${code}`) : fixer.replaceText(size, code)),
  };
}
