import type { TSESLint } from '@typescript-eslint/utils';

import type { SecretFallback } from '../facts/environment-secrets/fallbacks.js';
import { fileOf } from '../model/file.js';
import type { TSESTree } from '../syntax/ast.js';
import { outward, unwrap, wrapped } from '../syntax/nodes.js';

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix | readonly TSESLint.RuleFix[];

/** The edit that makes the program stop where the secret is missing, in place of going on with the literal. */
export function findFallbackFix({ node, name, form }: SecretFallback): Fix | null {
  const file = fileOf(node);
  const thrown = `throw new Error('${name} is not set')`;
  const parent = outward(node);
  switch (form) {
    case 'value':
      return (fixer) => fixer.replaceText(wrapped(node), `(() => { ${thrown}; })()`);
    case 'assignment':
      return parent?.parent ? (fixer) => fixer.replaceText(parent.parent, `${thrown};`) : null;
    case 'schema': {
      const call = parent?.type === 'CallExpression' ? parent : null;
      const callee = call && unwrap(call.callee);
      if (!call || callee?.type !== 'MemberExpression') return null;
      return (fixer) => fixer.removeRange([callee.object.range[1], call.range[1]]);
    }
    case 'wrapper': {
      const inner = parent?.type === 'CallExpression' ? parent.arguments[0] : null;
      return parent && inner ? (fixer) => fixer.replaceText(parent, file.text.slice(...inner.range)) : null;
    }
    case 'option':
      return parent?.type === 'Property' ? removeProperty(parent) : null;
    case 'argument': {
      if (parent?.type !== 'CallExpression' || parent.arguments.length !== 2) return null;
      const first = parent.arguments[0]!;
      const callee = unwrap(parent.callee);
      const isNest =
        callee.type === 'MemberExpression' &&
        callee.property.type === 'Identifier' &&
        callee.property.name === 'get' &&
        file.project.findPackage(file.path)?.hasDependency('@nestjs/config') === true;
      const cut: readonly [number, number] = [first.range[1], wrapped(node).range[1]];
      if (isNest) return (fixer) => [fixer.replaceText(callee.property, 'getOrThrow'), fixer.removeRange(cut)];
      return (fixer) => [fixer.removeRange(cut), fixer.insertTextAfter(parent, ` ?? (() => { ${thrown}; })()`)];
    }
  }
}

function removeProperty(property: TSESTree.Property): Fix {
  const object = property.parent as TSESTree.ObjectExpression;
  const at = object.properties.indexOf(property);
  const next = object.properties[at + 1];
  const before = object.properties[at - 1];
  if (next) return (fixer) => fixer.removeRange([property.range[0], next.range[0]]);
  return (fixer) => fixer.removeRange(before ? [before.range[1], property.range[1]] : property.range);
}
