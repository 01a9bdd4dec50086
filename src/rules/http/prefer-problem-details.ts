import type { TSESLint } from '@typescript-eslint/utils';

import { plainErrorsOf, problemText, type PlainError } from '../../facts/responses/problems.js';
import { createRule, type Fix } from '../../rule/create-rule.js';
import { isInside } from '../../syntax/nodes.js';

const MEDIA_TYPE = "'application/problem+json'";

export const rule = createRule({
  name: 'prefer-problem-details',
  area: 'http',
  level: 'strict',
  description: 'prefer problem details (RFC 9457) for error answers',
  suggests: true,
  mentions: /status|code|json|send|body|Response/,
  messages: {
    plain:
      'This error has a form of its own, which every client has to learn anew. Answer application/problem+json with type, title and status (RFC 9457).',
    problem: 'Answer with problem details',
  },
  create({ file, sourceCode, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        for (const error of plainErrorsOf(file)) {
          const fix = fixOf(error, sourceCode.text);
          report({ node: error.answer.node, message: 'plain', suggest: [fix && { message: 'problem', fix }] });
        }
      },
    };
  },
});

function fixOf(error: PlainError, source: string): Fix | null {
  const { answer, body } = error;
  const { node, library } = answer;
  if (!body || !isInside(body, node)) return null;
  const text = problemText(error, source);
  return (fixer) => [fixer.replaceText(body, text), ...headerEdit(fixer, node, library.name)];
}

/** The media type where the call has a place for it: before Express's and Fastify's body, last in Hono's. */
function headerEdit(
  fixer: TSESLint.RuleFixer,
  node: PlainError['answer']['node'],
  library: string,
): TSESLint.RuleFix[] {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return [];
  if (library === 'express' || library === 'fastify' || library === 'nestjs')
    return [fixer.insertTextAfter(node.callee.object, `.type(${MEDIA_TYPE})`)];
  if (library === 'hono' && node.arguments.length === 2 && node.arguments[1]!.type === 'Literal')
    return [fixer.insertTextAfter(node.arguments[1]!, `, { 'content-type': ${MEDIA_TYPE} }`)];
  return [];
}
