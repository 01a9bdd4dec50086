import { answersOf } from '../../facts/responses.js';
import { allOverruns, type Overrun } from '../../facts/responses/overruns.js';
import { findReturnFix } from '../../fix/return.js';
import { locOf } from '../../model/place.js';
import type { Answer } from '../../model/response.js';
import { createRule } from '../../rule/create-rule.js';
import type { FunctionNode, Node } from '../../syntax/ast.js';

export const rule = createRule({
  name: 'require-return-after-response',
  area: 'http',
  level: 'error',
  description: 'require that a handler ends where it has answered',
  cwe: [705],
  fixable: true,
  mentions: /res|reply|ctx|next|Response|json|send|end/,
  messages: {
    again:
      '{{first}} answers, and the handler runs on to {{next}} (line {{line}}). The second answer fails with "headers already sent", or what was refused is carried out; return here.',
    work: '{{first}} refuses the request, and the handler runs on to {{next}} (line {{line}}). What the client was refused is done all the same; return here.',
    dropped:
      '{{first}} makes an answer, and nobody gives it back. The handler runs on as if it had not been asked, or answers nothing; return it.',
  },
  create({ file, sourceCode, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        const byFunction = new Map<FunctionNode, Answer[]>();
        for (const answer of answersOf(file)) {
          if (!answer.fn || answer.proof === 'name') continue;
          const list = byFunction.get(answer.fn);
          if (list) list.push(answer);
          else byFunction.set(answer.fn, [answer]);
        }
        for (const [fn, answers] of byFunction) for (const overrun of allOverruns(fn, answers)) tell(fn, overrun);
      },
    };

    function tell(fn: FunctionNode, { answer, how, next }: Overrun): void {
      report({
        node: answer.node,
        message: how,
        data: { first: called(answer.node), next: called(next), line: String(locOf(next).start.line) },
        fix: findReturnFix(answer.node, fn, { isValue: answer.does === 'value' }),
      });
    }

    /** What is called, as its reader knows it, without its arguments. */
    function called(node: Node): string {
      const text = sourceCode.getText(node).replaceAll(/\s+/g, ' ');
      if (text.length <= 50) return text;
      const head = text.slice(0, text.search(/\((?!.*\)\.)/) + 1);
      return head.length > 1 && head.length <= 50 ? `${head}…)` : `${text.slice(0, 45)}…`;
    }
  },
});
