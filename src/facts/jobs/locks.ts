import type { Effect } from '../../model/effect.js';
import { fileOf, sourceText } from '../../model/file.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, decoratorsOf, outward } from '../../syntax/nodes.js';
import { allOf } from '../../syntax/walk.js';
import { denote } from '../entities.js';
import { allCalled, effectsOf } from '../effects.js';
import type { JobHandler } from './jobs.js';

/** Words of code that lets one instance at a time do something, or only one instance do it at all. */
const LOCK =
  /(?<![bcf])lock|mutex|semaphore|lease|leader|advisory|singleton|single_?flight|acquire|\bNX\b|skip_?locked|run_?once|once_?per|is_?primary|is_?master|is_?worker_?process|NODE_APP_INSTANCE|(?:CRON|SCHEDULER?|JOBS?|WORKER)S?_?ENABLED|ENABLE_?(?:CRON|SCHEDUL|JOB)|is_?(?:cron|scheduler)_?(?:instance|enabled|node|process)|already_?running|is_?running|in_?progress/i;
const MAX_DEPTH = 3;

/** Whether something lets a scheduled function run on one instance at a time. */
export function isLocked({ node, fn }: JobHandler): boolean {
  if (decoratorsOf(node).some((each) => LOCK.test(sourceText(each)))) return true;
  // Round the registration: `if (isPrimary) cron.schedule(…)`, `withLock('x', …)`.
  for (let up = outward(node); up; up = outward(up)) {
    if (up.type === 'IfStatement' && LOCK.test(sourceText(up.test))) return true;
    if (up.type === 'BlockStatement' && leavesUnlessLocked(up, node)) return true;
  }
  return fn !== null && mentionsLock(fn, MAX_DEPTH, new Set());
}

/** `if (!isLeader) return;` before the registration. */
const leavesUnlessLocked = (block: TSESTree.BlockStatement, node: Node): boolean =>
  block.body.some(
    (each) => each.type === 'IfStatement' && each.range[1] < node.range[0] && LOCK.test(sourceText(each.test)),
  );

function mentionsLock(fn: FunctionNode, depth: number, seen: Set<FunctionNode>): boolean {
  if (seen.has(fn)) return false;
  seen.add(fn);
  if (LOCK.test(withoutTexts(sourceText(fn)))) return true;
  if (depth === 0) return false;
  for (const { target } of allCalled(fn, fileOf(fn))) if (mentionsLock(target, depth - 1, seen)) return true;
  return false;
}

/** Comments and sentences say nothing; SQL and redis' arguments do. */
const withoutTexts = (code: string): string =>
  code.replaceAll(
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|(['"`])(?!\s*(?:SELECT|WITH|UPDATE|INSERT|DO|CALL)\b)[^'"`\n]*\s[a-z][^'"`\n]*\1(?=\))/g,
    '',
  );

/** A job under an id made of the day: the instances agree on it. */
const isKeyedByDay = ({ kind, node }: Effect): boolean =>
  kind === 'enqueue' && /\b(?:jobId|singletonKey|deduplication\w*|idempotencyKey)\b/.test(sourceText(node));

/** The first thing that a scheduled function does outside of its process and that harms when done twice. */
export function findHarm(fn: FunctionNode): Effect | null {
  return effectsOf(fn).effects.find((effect) => !effect.repeatable && !isKeyedByDay(effect)) ?? null;
}

/** Names of functions that act on the outside, where their code can't be seen. */
const ACTS =
  /^(?:send|export|sync|bill|charge|invoice|publish|push|notify|email|remind|process|dispatch|deliver|import|report|pay|renew|refund|transfer|settle|trigger|enqueue|post|create|generate)(?:[A-Z]|$)/;

/**
 * A call of another package that acts on the outside by its name, or inside a function of the project that does. Awaited
 * here or in a function called.
 */
export function findForeignAct(fn: FunctionNode, depth = MAX_DEPTH, isActing = false): TSESTree.CallExpression | null {
  for (const { argument } of allOf(fn, ['AwaitExpression'])) {
    if (argument.type !== 'CallExpression') continue;
    if (!isActing && !ACTS.test(calleeName(argument) ?? '')) continue;
    const callee = denote(argument.callee);
    if (callee === null || (callee.kind === 'export' && !/^(?:node:|timers)/.test(callee.module))) return argument;
  }
  if (depth === 0) return null;
  for (const { call, target } of allCalled(fn, fileOf(fn))) {
    const found =
      target === fn ? null : findForeignAct(target, depth - 1, isActing || ACTS.test(calleeName(call) ?? ''));
    if (found) return isActing ? found : ACTS.test(calleeName(call) ?? '') ? call : found;
  }
  return null;
}
