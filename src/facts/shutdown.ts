import { dirname } from 'node:path';

import type { Application } from '../model/application.js';
import type { BackendFile } from '../model/file.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { calleeName, findProperty, keyName } from '../syntax/nodes.js';
import { applicationsOf } from './applications/applications.js';
import { constantOf, follow } from './values.js';

const SIGNALS =
  /SIGTERM|enableShutdownHooks|close-with-grace|@godaddy\/terminus|http-terminator|http-graceful-shutdown|fastify-graceful-shutdown|@gquittet\/graceful-server|lightship|stoppable|express-graceful|nitro|gracefulShutdown\s*:/;
/** Handlers that only end the process close nothing. */
const CLOSES =
  /close|\.end\(|quit|disconnect|shutdown|stop|destroy|drain|terminate|teardown|dispose|cleanup|enableShutdownHooks|signal/i;
/** Runtimes that start and stop instances themselves, and have nothing to close. */
const HOSTED =
  /serverless-http|@vendia\/serverless-express|aws-lambda|firebase-functions|@google-cloud\/functions-framework/;

/** The application of a file that stays up and ends without closing anything; null where there is none. */
export function findAbruptApplication(file: BackendFile): Application | null {
  const application = applicationsOf(file).find((each) => each.isServed && each.framework !== 'trpc');
  if (!application || HOSTED.test(file.text)) return null;
  const paths = file.project.filesMentioning(file.path, SIGNALS);
  const dir = file.project.findPackage(file.path)?.dir ?? dirname(file.path);
  const isHandled = [file.path, ...paths].some((path) => {
    const other = path === file.path ? file : path.startsWith(dir) ? file.project.open(path) : null;
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
