import type { BackendFile } from '../../model/file.js';
import type { LogCall } from '../../model/log.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, enclosingFunction, isInside } from '../../syntax/nodes.js';
import { denote } from '../entities.js';
import { logAt, logsOf, isText } from './calls.js';
import { allLeaks, type Leak } from './leaks.js';
import { isRedacted, redactionOf } from './redaction.js';

/** A secret that ends up in the log: by a log call, or in the message of an error. */
export interface SecretOutput extends Leak {
  readonly where: 'log' | 'error';
}

/** Own functions that log under other names than a level's. */
const OWN_LOGGER = /log|audit|report|dump|print|trace|debug|record/i;
const ERROR_NAME = /(?:Error|Exception)$/;
/** Texts of parsers: their tokens are no secrets. */
const PARSER =
  /unexpected|expected|syntax|pars(?:e|ing)|lex(?:er|ical)|unknown token|inject|provider|symbol|address|mint/i;

/** Every secret that the code of a file puts into logs or into messages of errors. */
export function* allSecretOutputs(file: BackendFile): Generator<SecretOutput> {
  for (const log of [...logsOf(file), ...ownLogs(file)])
    if (!isDevelopmentOnly(log.call, file) && !isShownOnce(log.call, file))
      for (const leak of leaksOf(log)) yield { ...leak, where: 'log' };
  for (const made of [...file.index.news, ...(file.index.calls.get('Error') ?? [])])
    if (ERROR_NAME.test(calleeName(made) ?? ''))
      for (const given of made.arguments)
        if (isText(given) && given.type !== 'Literal' && !PARSER.test(textOf(given, file)))
          for (const leak of allLeaks(given)) if (!isInLog(made, file)) yield { ...leak, where: 'error' };
}

const textOf = (node: Node, file: BackendFile): string => file.text.slice(...node.range);

/** An error made right in a log call is the log call's. */
const isInLog = (made: Node, file: BackendFile): boolean => logsOf(file).some(({ call }) => isInside(made, call));

function ownLogs(file: BackendFile): LogCall[] {
  const found: LogCall[] = [];
  for (const [name, calls] of file.index.calls)
    if (OWN_LOGGER.test(name))
      for (const call of calls) {
        if (denote(call.callee)?.kind !== 'function') continue;
        const log = logAt(call);
        if (log && !logsOf(file).includes(log)) found.push(log);
      }
  return found;
}

function leaksOf(log: LogCall): Leak[] {
  const leaks = toldBy(log).flatMap((value) =>
    allLeaks(value).filter(({ what }) => !(what.includes('oken') && PARSER.test(messageOf(log)))),
  );
  if (leaks.length === 0) return leaks;
  const redaction = redactionOf(log);
  return leaks.filter(({ path }) => !isRedacted(redaction, path, log.wrapper !== null));
}

const messageOf = ({ message }: LogCall): string =>
  message && message.type === 'Literal' ? String(message.value) : '';

/** `if (env.isDevelopment) …`: the link that a developer signs in with. */
const DEVELOPMENT = /\bisDev(?:elopment)?\b|['"]development['"]|!==?\s*['"]production['"]|!\w*\.?isProd(?:uction)?\b/;

/** Whether code runs in development alone. */
function isDevelopmentOnly(node: Node, file: BackendFile): boolean {
  for (let up: Node | undefined = node.parent, below = node; up; below = up, up = up.parent)
    if (up.type === 'IfStatement' && up.consequent === below && isDevelopmentTest(textOf(up.test, file))) return true;
  return false;
}

/** A command that tells who runs it the password that it has just made. */
function isShownOnce(node: Node, file: BackendFile): boolean {
  if (!/\/(?:cli|bin)\//.test(file.path)) return false;
  const fn = enclosingFunction(node);
  return /generat|automatically created/i.test(textOf(fn ?? file.ast, file));
}

const isDevelopmentTest = (test: string): boolean =>
  DEVELOPMENT.test(test) && !/===?\s*['"]prod|!\w*\.?isDev|!==?\s*['"]dev/.test(test);

/** The arguments that reach the log as they are; of those that a wrapper names as secrets itself, the wrapper tells. */
function toldBy({ call, values, wrapper }: LogCall): readonly Node[] {
  if (!wrapper) return values;
  return (call.arguments as readonly TSESTree.CallExpressionArgument[]).filter((_, index) => {
    if (wrapper.passed.has(-1)) return true;
    const parameter = wrapper.fn.params[index];
    return wrapper.passed.has(index) && !(parameter?.type === 'Identifier' && allLeaks(parameter).length > 0);
  });
}
