import { type BackendFile, fileOf, sourceText } from '../../model/file.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, keyName, unwrap } from '../../syntax/nodes.js';
import { denote } from '../entities.js';
import { moduleOf } from '../guard-names.js';
import { argumentAt, constantOf, follow, propertyIn } from '../values.js';

/** Where a limit on what a client may send stands, or is missing. */
export interface BodyLimit {
  /** The value that sets it; the call where there is none. */
  readonly node: Node;
  /** In bytes; null where there is no limit. */
  readonly bytes: number | null;
  readonly what: 'body' | 'upload';
  /** It holds for some paths only: a parser on a route, or mounted under a path. */
  readonly isScoped?: true;
}

/** Options that limit a body, by package (first names of scopes left out); the first argument holds them unless said. */
const PARSERS: Readonly<Record<string, readonly string[]>> = {
  express: ['limit'],
  'body-parser': ['limit'],
  'koa-bodyparser': ['jsonLimit', 'formLimit', 'textLimit', 'xmlLimit'],
  '@koa/bodyparser': ['jsonLimit', 'formLimit', 'textLimit', 'xmlLimit'],
  'koa-body': ['jsonLimit', 'formLimit', 'textLimit'],
  'hono/body-limit': ['maxSize'],
  fastify: ['bodyLimit'],
  'raw-body': ['limit'],
  micro: ['limit'],
};
/** Upload parsers: where their limits stand, and which of them bounds a file. */
const UPLOADS: Readonly<Record<string, { readonly at: string; readonly size: readonly string[] }>> = {
  multer: { at: '0.limits', size: ['fileSize'] },
  '@koa/multer': { at: '0.limits', size: ['fileSize'] },
  'koa-multer': { at: '0.limits', size: ['fileSize'] },
  busboy: { at: '0.limits', size: ['fileSize'] },
  '@fastify/busboy': { at: '0.limits', size: ['fileSize'] },
  'connect-busboy': { at: '0.limits', size: ['fileSize'] },
  'express-fileupload': { at: '0.limits', size: ['fileSize'] },
  formidable: { at: '0', size: ['maxFileSize', 'maxTotalFileSize'] },
};

const MENTIONS =
  /limit|multer|busboy|formidable|fileupload|FileInterceptor|FilesInterceptor|maxSize|maxFileSize|maxRequestBodySize/i;

/** Every limit on bodies and uploads that a file sets too high or leaves out. Which are too high, the rule says. */
export const bodyLimitsOf = (file: BackendFile): readonly BodyLimit[] => file.memo(findLimits);

function findLimits(file: BackendFile): BodyLimit[] {
  if (!MENTIONS.test(file.text)) return [];
  const found: BodyLimit[] = [];
  for (const calls of file.index.calls.values()) for (const call of calls) found.push(...limitsAt(call));
  for (const made of file.index.news) found.push(...uploadAt(made));
  for (const object of file.index.objects) found.push(...conventionAt(object));
  return found;
}

function limitsAt(call: TSESTree.CallExpression): BodyLimit[] {
  const name = calleeName(call) ?? '';
  // https://docs.nestjs.com/techniques/file-upload
  if (/^(?:Any)?Files?(?:Fields)?Interceptor$/.test(name)) return nestUpload(call, name);
  if (name === 'useBodyParser') return sizesIn(argumentOf(call, '1'), ['limit'], call);
  if (/^(?:post|put|patch|route|all)$/.test(name) && fileOf(call).text.includes('bodyLimit'))
    return call.arguments.flatMap((argument) =>
      sizesIn(argument.type === 'SpreadElement' ? null : argument, ['bodyLimit'], call).map((size) => ({
        ...size,
        isScoped: true as const,
      })),
    );
  if (name === 'serve') return sizesIn(argumentOf(call, '0'), ['maxRequestBodySize'], call);
  if (name === 'register') return registered(call);
  const module = moduleOf(call.callee);
  if (module === null) return [];
  if (UPLOADS[module] && isMaking(call, module)) return uploadAt(call);
  const options = PARSERS[module];
  if (!options) return [];
  const sizes = sizesIn(argumentOf(call, '0'), options, call);
  return isScoped(call) ? sizes.map((size) => ({ ...size, isScoped: true })) : sizes;
}

/** `app.use('/import', express.json({ limit }))`, `app.post('/import', express.json({ limit }), handler)`. */
function isScoped(call: TSESTree.CallExpression): boolean {
  const { parent } = call;
  return (
    parent.type === 'CallExpression' &&
    parent.arguments.length > 1 &&
    parent.arguments[0] !== call &&
    unwrap(parent.callee).type === 'MemberExpression'
  );
}

/** `multer(…)` makes one; `multer.diskStorage(…)` and `diskStorage(…)` are options of it. */
function isMaking(call: TSESTree.CallExpression, module: string): boolean {
  const name = calleeName(call) ?? '';
  if (/^(?:disk|memory)Storage$/.test(name)) return false;
  return (
    unwrap(call.callee).type === 'Identifier' || (module === 'formidable' && /^(?:formidable|IncomingForm)$/.test(name))
  );
}

function argumentOf(
  call: { readonly arguments: readonly TSESTree.CallExpressionArgument[] },
  position: string,
): Node | null {
  const found = argumentAt(call, position);
  return typeof found === 'string' ? null : found;
}

/** `app.register(multipart, { limits })`, `MulterModule.register({ limits })`. */
function registered(call: TSESTree.CallExpression): BodyLimit[] {
  const callee = unwrap(call.callee);
  const first = call.arguments[0];
  if (
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'MulterModule'
  ) {
    const limits = argumentAt(call, '0.limits');
    return limits === 'absent' && first?.type === 'ObjectExpression'
      ? [{ node: call, bytes: null, what: 'upload' }]
      : sizesIn(typeof limits === 'string' ? null : limits, ['fileSize'], call, 'upload');
  }
  if (!first || moduleOf(first) !== '@fastify/multipart') return [];
  return sizesIn(argumentOf(call, '1.limits'), ['fileSize'], call, 'upload');
}

function uploadAt(call: TSESTree.CallExpression | TSESTree.NewExpression): BodyLimit[] {
  const module = moduleOf(call.callee);
  const row = module === null ? undefined : UPLOADS[module];
  if (!row) return [];
  const limits =
    row.at === '0' ? (call.arguments.length === 0 ? 'absent' : argumentAt(call, '0')) : argumentAt(call, row.at);
  if (limits === 'unknown') return [];
  if (limits === 'absent') return [{ node: call, bytes: null, what: 'upload' }];
  return boundsIn(limits, row.size, call);
}

/** A limits object: its sizes, or none that bounds a file. */
function boundsIn(limits: Node, names: readonly string[], call: Node): BodyLimit[] {
  const value = follow(limits);
  if (value.type !== 'ObjectExpression') return [];
  const given = names.map((name) => propertyIn(value, name));
  if (given.includes('unknown')) return [];
  if (given.every((each) => each === null)) return [{ node: call, bytes: null, what: 'upload' }];
  return sizesIn(limits, names, call, 'upload');
}

function nestUpload(call: TSESTree.CallExpression, name: string): BodyLimit[] {
  const entity = denote(call.callee);
  if (entity?.kind !== 'export' || !entity.module.startsWith('@nestjs/')) return [];
  const position = name === 'AnyFilesInterceptor' ? '0' : name === 'FilesInterceptor' ? '2' : '1';
  const options = argumentAt(call, position);
  if (options === 'unknown') return [];
  const limits = options === 'absent' ? 'absent' : argumentAt(call, `${position}.limits`);
  if (limits === 'unknown') return [];
  if (limits !== 'absent') return boundsIn(limits, ['fileSize'], call);
  // The module's registration may set them for all.
  const file = fileOf(call);
  return file.project.filesMentioning(file.path, /MulterModule\.register/).length > 0 ||
    /ParseFilePipe|MaxFileSizeValidator/.test(file.text)
    ? []
    : [{ node: call, bytes: null, what: 'upload' }];
}

/** https://nextjs.org/docs/pages/building-your-application/routing/api-routes#custom-config, …/serverActions#bodysizelimit */
function conventionAt(object: TSESTree.ObjectExpression): BodyLimit[] {
  const holder = object.parent.type === 'Property' ? keyName(object.parent.key, object.parent.computed) : null;
  if (holder === 'bodyParser') return sizesIn(object, ['sizeLimit'], object);
  return holder === 'serverActions' ? sizesIn(object, ['bodySizeLimit'], object) : [];
}

/** The sizes that an options object sets by these names. */
function sizesIn(
  options: Node | null,
  names: readonly string[],
  site: Node,
  what: BodyLimit['what'] = 'body',
): BodyLimit[] {
  const value = options && follow(options);
  if (value?.type !== 'ObjectExpression') return [];
  return names.flatMap((name) => {
    const given = propertyIn(value, name);
    if (!given || given === 'unknown') return [];
    const bytes = bytesOf(given);
    if (bytes === undefined) return [];
    const property = given.parent?.type === 'Property' ? given.parent : given;
    return [{ node: fileOf(property) === fileOf(site) ? property : site, bytes, what }];
  });
}

const UNITS: Readonly<Record<string, number>> = {
  b: 1,
  kb: 2 ** 10,
  mb: 2 ** 20,
  gb: 2 ** 30,
  tb: 2 ** 40,
  k: 2 ** 10,
  m: 2 ** 20,
  g: 2 ** 30,
};

/** A size in bytes: a number, a product of numbers, or a text as the package `bytes` reads it; null for no limit. */
export function bytesOf(node: Node): number | null | undefined {
  const value = follow(node);
  if (value.type === 'Identifier' && value.name === 'Infinity') return null;
  if (
    value.type === 'MemberExpression' &&
    /^Number\.(?:MAX_SAFE_INTEGER|MAX_VALUE|POSITIVE_INFINITY)$/.test(sourceText(value))
  )
    return null;
  const constant = constantOf(value);
  if (constant === false) return null;
  if (typeof constant === 'number') return constant < 0 ? null : constant;
  if (typeof constant === 'string') {
    const match = /^\s*([\d.]+)\s*([a-z]{1,2})?\s*$/i.exec(constant);
    const unit = match && UNITS[(match[2] ?? 'b').toLowerCase()];
    return match && unit ? Number(match[1]) * unit : undefined;
  }
  return value.type === 'BinaryExpression' ? arithmetic(value) : undefined;
}

function arithmetic(node: TSESTree.BinaryExpression): number | undefined {
  const left = bytesOf(node.left);
  const right = bytesOf(node.right);
  if (typeof left !== 'number' || typeof right !== 'number') return undefined;
  switch (node.operator) {
    case '*':
      return left * right;
    case '**':
      return left ** right;
    case '<<':
      return left * 2 ** right;
    case '+':
      return left + right;
    default:
      return undefined;
  }
}
