import { dirname } from 'node:path';

import type { Application } from '../model/application.js';
import { type BackendFile, fileOf, isSamePlace } from '../model/file.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { calleeName, findProperty, keyName, receiverOf, unwrap } from '../syntax/nodes.js';
import { applicationsOf } from './applications/applications.js';
import { denote, findInstance } from './entities.js';
import { constantOf, follow } from './values.js';
import { isWithin } from '../syntax/file-names.js';

const SIGNALS =
  /SIGTERM|enableShutdownHooks|close-with-grace|@godaddy\/terminus|http-terminator|http-graceful-shutdown|fastify-graceful-shutdown|@gquittet\/graceful-server|lightship|stoppable|express-graceful|nitro|gracefulShutdown\s*:/;
/** Handlers that only end the process close nothing. */
const CLOSES =
  /close|\.end\(|quit|disconnect|shutdown|stop|destroy|drain|terminate|teardown|dispose|cleanup|enableShutdownHooks|signal/i;
/** Runtimes that start and stop instances themselves, and have nothing to close. */
const HOSTED =
  /serverless-http|@vendia\/serverless-express|aws-lambda|firebase-functions|@google-cloud\/functions-framework/;

/** A server that ends without closing anything, and where that is best mended: where it is made, or where it is started. */
export interface AbruptServer {
  readonly application: Application;
  readonly node: Node;
}

/** The server that a file makes or starts, which closes nothing when it ends; null where there is none. */
export function findAbruptServer(file: BackendFile): AbruptServer | null {
  const application = findAbruptApplication(file);
  if (application) return startOf(application) === null ? { application, node: application.node } : null;
  for (const call of startsIn(file)) {
    const made = applicationBehind(call, file);
    const abrupt = made && findAbruptApplication(made.file);
    if (abrupt && !isHandledRound(file)) return { application: abrupt, node: call };
  }
  return null;
}

/** Code of a server: `bin/www` is one, though it stands where scripts do. */
export const isProgram = ({ kind, path }: BackendFile): boolean =>
  kind === 'source' || (kind === 'script' && /[\\/]bin[\\/]/.test(path));

const STARTS = ['listen', 'serve', 'createServer'] as const;

/** The calls of a file that make a server answer. */
function* startsIn(file: BackendFile): Generator<TSESTree.CallExpression> {
  for (const name of STARTS) yield* file.index.calls.get(name) ?? [];
}

/** The application of another file that a call starts: its receiver, an argument, or the `fetch` of its options. */
function applicationBehind(call: TSESTree.CallExpression, file: BackendFile): Application | null {
  const receiver = receiverOf(call);
  const [first] = call.arguments;
  const options = first && first.type !== 'SpreadElement' ? follow(first) : null;
  const fetch = options?.type === 'ObjectExpression' ? findProperty(options, 'fetch')?.value : undefined;
  const handed = calleeName(call) === 'listen' ? receiver : (fetch ?? options);
  const value = handed && unwrap(handed);
  const name = value?.type === 'MemberExpression' ? unwrap(value.object) : value;
  const instance = name ? findInstance(denote(name)) : null;
  const other = instance?.at ? fileOf(instance.at) : null;
  if (!instance || !other || other.path === file.path) return null;
  return applicationsOf(other).find(({ node }) => isSamePlace(node, instance.at!)) ?? null;
}

/** The call in another file that starts an application; null where it is started in its own file, or nobody knows where. */
function startOf(application: Application): TSESTree.CallExpression | null {
  const { file } = application;
  if ((file.index.calls.get('listen') ?? []).length > 0) return null;
  for (const path of file.project.importersOf(file.path)) {
    const other = file.project.open(path);
    if (other === null || !isProgram(other) || HOSTED.test(other.text)) continue;
    for (const call of startsIn(other)) {
      const started = applicationBehind(call, other);
      if (started && started.file.path === file.path && isSamePlace(started.node, application.node)) return call;
    }
  }
  return null;
}

const isHandledRound = (file: BackendFile): boolean => HOSTED.test(file.text) || handlesSignals(file);

/** The application of a file that stays up and ends without closing anything; null where there is none. */
function findAbruptApplication(file: BackendFile): Application | null {
  const application = applicationsOf(file).find((each) => each.isServed && each.framework !== 'trpc');
  if (!application || HOSTED.test(file.text)) return null;
  const paths = file.project.filesMentioning(file.path, SIGNALS);
  const dir = file.project.findPackage(file.path)?.dir ?? dirname(file.path);
  const isHandled = [file.path, ...paths].some((path) => {
    const other = path === file.path ? file : isWithin(path, dir) ? file.project.open(path) : null;
    return other !== null && (other.kind === 'source' || other.kind === 'config') && handlesSignals(other);
  });
  return isHandled || isHandledByImport(file, paths) ? null : application;
}

function handlesSignals(file: BackendFile): boolean {
  if (!SIGNALS.test(file.text)) return false;
  const listeners = [...(file.index.calls.get('on') ?? []), ...(file.index.calls.get('once') ?? [])].filter(
    (call) => call.arguments[0] && constantOf(call.arguments[0]) === 'SIGTERM',
  );
  if (listeners.length === 0) return true;
  return listeners.some((call) => {
    const handler = call.arguments[1] && follow(call.arguments[1]);
    return handler === undefined || CLOSES.test(file.text.slice(...handler.range));
  });
}

/** A workspace package that the file imports may do it for it. */
const isHandledByImport = (file: BackendFile, paths: readonly string[]): boolean =>
  file.index.specifiers.some((specifier) => {
    const resolution = file.project.resolve(specifier, file.path);
    return resolution !== null && 'file' in resolution && paths.includes(resolution.file);
  });

/** What is wrong with a PM2 process of an ecosystem file. */
export interface ProcessFault {
  readonly fault: 'kill' | 'watch';
  readonly node: Node;
  readonly name: string;
}

/** https://pm2.keymetrics.io/docs/usage/signals-clean-restart/: cluster mode kills after 1.6 s, and waits for nobody. */
export function processFaultsOf(file: BackendFile): ProcessFault[] {
  return file.index.objects.flatMap((object): ProcessFault[] => {
    if (!isProcess(object)) return [];
    const value = (name: string): Node | undefined => findProperty(object, name)?.value;
    const named = value('name');
    const name = named ? String(constantOf(named) ?? 'This process') : 'This process';
    const mode = value('exec_mode');
    const isCluster = mode !== undefined && /^cluster/.test(String(constantOf(mode)));
    const instances = value('instances');
    const many =
      instances !== undefined &&
      (constantOf(instances) === 'max' || Number(constantOf(instances)) > 1 || Number(constantOf(instances)) < 0);
    const faults: ProcessFault[] = [];
    if ((isCluster || (many && mode === undefined)) && !value('kill_timeout') && !value('wait_ready'))
      faults.push({ fault: 'kill', node: findProperty(object, mode ? 'exec_mode' : 'instances')!, name });
    const watch = value('watch');
    if (watch && constantOf(watch) !== false && constantOf(watch) !== undefined && isProduction(object, file))
      faults.push({ fault: 'watch', node: findProperty(object, 'watch')!, name });
    else if (watch && follow(watch).type === 'ArrayExpression')
      faults.push({ fault: 'watch', node: findProperty(object, 'watch')!, name });
    return faults;
  });
}

const isProcess = (object: TSESTree.ObjectExpression): boolean =>
  findProperty(object, 'script') !== null &&
  object.parent.type === 'ArrayExpression' &&
  object.parent.parent.type === 'Property' &&
  keyName(object.parent.parent.key, object.parent.parent.computed) === 'apps';

const isProduction = (object: TSESTree.ObjectExpression, file: BackendFile): boolean =>
  !/\bNODE_ENV['"]?\s*:\s*['"]development/.test(file.text.slice(...object.range)) ||
  /production/.test(file.text.slice(...object.range));

/** The name under which a served application is created, for a message. */
export const nameOfApplication = ({ node, framework }: Application): string =>
  `${framework === 'nestjs' ? 'NestFactory.' : ''}${calleeName(node) ?? framework}()`;
