import type { BackendFile } from '../model/file.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { calleeName, literalText, unwrap } from '../syntax/nodes.js';

/** Where instrumentation is started too late to reach modules that are loaded before. */
export interface LateStart {
  /** The start: `Sentry.init(…)`, `sdk.start()`, `require('dd-trace').init()`, an import. */
  readonly node: Node;
  readonly tool: string;
  /** The first module that is loaded before it. */
  readonly module: string;
  /** The imports of an ES module are hoisted: all of them come first, wherever the start stands. */
  readonly isHoisted: boolean;
  /** A first import alone, in an ES module: a loader is needed. */
  readonly isIncomplete: boolean;
}

const TOOLS: readonly (readonly [module: RegExp, tool: string, start: RegExp | null])[] = [
  [/^@sentry\/(?:node|nestjs|bun|aws-serverless|google-cloud-serverless)$/, 'Sentry', /^init$/],
  [/^@opentelemetry\/(?:sdk-node|sdk-trace-node|auto-instrumentations-node)$/, 'OpenTelemetry', /^(?:start|register)$/],
  [/^dd-trace(?:\/init)?$/, 'dd-trace', /^init$/],
  [/^newrelic$/, 'New Relic', null],
];
/** What these tools instrument: https://opentelemetry.io/ecosystem/registry, and the same for the others. */
const INSTRUMENTED =
  /^(?:node:)?https?$|^(?:express|fastify|koa|@koa\/router|koa-router|hono|@hapi\/hapi|@nestjs\/core|restify|connect|graphql|@apollo\/server|pg|mysql2?|mongodb|mongoose|ioredis|redis|tedious|knex|@prisma\/client|sequelize|typeorm|kafkajs|amqplib|bullmq|undici|aws-sdk|@aws-sdk\/.+|@grpc\/grpc-js|pino|winston|bunyan|openai)$/;
const PRELOADED =
  /(?:--import|--require|-r)[= ]+\S*(?:instrument|tracing|tracer|telemetry|otel|sentry|datadog|dd-trace|newrelic|apm)|NODE_OPTIONS[^\n]*(?:--import|--require|-r)|node_args[^\n]*(?:--import|--require|-r)/i;

/** The late start of instrumentation in a file, or null. */
export function findLateStart(file: BackendFile): LateStart | null {
  const start = findStart(file);
  if (!start || isPreloaded(file)) return null;
  const isModule = isEsModule(file);
  const loads = loadsOf(file);
  const before = loads.find((load) => load.node.range[0] < start.at.range[0] && reaches(load.specifier, file));
  const hoisted = isModule ? loads.find((load) => load.isImport && reaches(load.specifier, file)) : undefined;
  if (start.isImport) {
    // `import './instrument.js'` first: fine in CommonJS; in an ES module hooks need a loader.
    if (before)
      return { node: start.at, tool: start.tool, module: before.specifier, isHoisted: false, isIncomplete: false };
    const later = loads.find((load) => load.isImport && reaches(load.specifier, file));
    return isModule && later
      ? { node: start.at, tool: start.tool, module: later.specifier, isHoisted: false, isIncomplete: true }
      : null;
  }
  if (before)
    return {
      node: start.at,
      tool: start.tool,
      module: before.specifier,
      isHoisted: hoisted !== undefined && hoisted.node === before.node,
      isIncomplete: false,
    };
  return hoisted
    ? { node: start.at, tool: start.tool, module: hoisted.specifier, isHoisted: true, isIncomplete: false }
    : null;
}

interface Start {
  readonly at: Node;
  readonly tool: string;
  /** The start is a module that is loaded for it: `import './instrument.js'`, `import 'dd-trace/init'`. */
  readonly isImport: boolean;
}

function findStart(file: BackendFile): Start | null {
  const direct = findDirectStart(file);
  if (direct) return direct;
  for (const { specifier, node } of loadsOf(file)) {
    if (/^newrelic$|^dd-trace\/init(?:\.js)?$/.test(specifier))
      return { at: node, tool: specifier.startsWith('new') ? 'New Relic' : 'dd-trace', isImport: true };
    if (!specifier.startsWith('.') && !specifier.startsWith('@/')) continue;
    const resolved = file.project.resolve(specifier, file.path);
    const other = resolved && 'file' in resolved ? file.project.open(resolved.file) : null;
    const started = other && isSmall(other) ? findDirectStart(other) : null;
    if (started) return { at: node, tool: started.tool, isImport: true };
  }
  return null;
}

/** A file whose task is the instrumentation. */
const isSmall = (file: BackendFile): boolean =>
  !loadsOf(file).some(({ specifier }) => /^(?:express|fastify|koa|hono|@nestjs\/core)$/.test(specifier));

function findDirectStart(file: BackendFile): Start | null {
  for (const [module, tool, start] of TOOLS) {
    const loaded = loadsOf(file).find(({ specifier }) => module.test(specifier));
    if (!loaded || !start) continue;
    for (const [name, calls] of file.index.calls)
      if (start.test(name))
        for (const call of calls)
          if (isTopLevel(call) && isOf(call, tool, file)) return { at: call, tool, isImport: false };
  }
  return null;
}

function isOf(call: TSESTree.CallExpression, tool: string, file: BackendFile): boolean {
  const callee = unwrap(call.callee);
  const text = file.text.slice(...callee.range);
  if (tool === 'Sentry') return /sentry|^init$/i.test(text);
  if (tool === 'dd-trace') return /trace|datadog|^init$/i.test(text);
  return /sdk|provider|otel|telemetry|tracer/i.test(text);
}

function isTopLevel(node: Node): boolean {
  for (let up = node.parent; up; up = up.parent) if (/Function|Class|Method/.test(up.type)) return false;
  return true;
}

interface Load {
  readonly specifier: string;
  readonly node: Node;
  readonly isImport: boolean;
}

const loadsOf = (file: BackendFile): readonly Load[] => file.memo(findLoads);

function findLoads(file: BackendFile): Load[] {
  const loads: Load[] = [];
  for (const statement of file.ast.body)
    if (
      (statement.type === 'ImportDeclaration' && statement.importKind !== 'type') ||
      ((statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportAllDeclaration') &&
        statement.source &&
        statement.exportKind !== 'type')
    )
      loads.push({ specifier: statement.source.value, node: statement, isImport: true });
  for (const call of file.index.calls.get('require') ?? []) {
    const specifier = call.arguments[0] ? literalText(call.arguments[0]) : null;
    if (specifier !== null && isTopLevel(call) && calleeName(call) === 'require')
      loads.push({ specifier, node: call, isImport: false });
  }
  return loads.sort((a, b) => a.node.range[0] - b.node.range[0]);
}

const MAX_HOPS = 3;

/** Whether loading a module loads one that is instrumented: itself, or through files of the project. */
function reaches(specifier: string, file: BackendFile, hops = 0): boolean {
  if (INSTRUMENTED.test(specifier)) return true;
  if (!/^[.@~#]/.test(specifier) || hops >= MAX_HOPS) return false;
  const resolved = file.project.resolve(specifier, file.path);
  const other = resolved && 'file' in resolved ? file.project.open(resolved.file) : null;
  return other !== null && loadsOf(other).some((load) => reaches(load.specifier, other, hops + 1));
}

/** TypeScript's `import` in a package that isn't a module becomes `require`, in the order written. */
function isEsModule(file: BackendFile): boolean {
  if (/\.mjs$|\.mts$/.test(file.path)) return true;
  if (/\.cjs$|\.cts$/.test(file.path) || !/^\s*(?:import|export)\b/m.test(file.text)) return false;
  return /"type"\s*:\s*"module"/.test(file.project.startTexts(file.path)[0] ?? '');
}

/** Whether the start is loaded before everything else by the command line. */
const isPreloaded = (file: BackendFile): boolean =>
  file.project.startTexts(file.path).some((text) => PRELOADED.test(text));
