import { fileOf, type BackendFile } from '../../model/file.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, unwrapAwait } from '../../syntax/nodes.js';
import { denote } from '../entities.js';
import { outgoingOf } from '../outgoing/calls.js';
import { builtText } from '../text.js';
import { alternatives, argumentAt, constantOf, follow, textOf } from '../values.js';

/** A connection to another machine that anybody on the way can read. */
export interface Cleartext {
  readonly node: Node;
  readonly scheme: string;
  readonly host: string;
  /** The scheme that encrypts, and the literal that it goes into; null where an option is to be set. */
  readonly replacement: { readonly node: Node; readonly scheme: string } | null;
}

export const cleartextOf = (file: BackendFile): readonly Cleartext[] => file.memo(findCleartext);

const SAFE: Readonly<Record<string, string>> = {
  http: 'https',
  ws: 'wss',
  ftp: 'ftps',
  redis: 'rediss',
  amqp: 'amqps',
  mqtt: 'mqtts',
  ldap: 'ldaps',
  smtp: 'smtps',
};
const ADDRESS = /^(http|ws|ftp|redis|amqp|mqtt|ldap|smtp):\/\/(?:[^\s/@]*@)?(\[[^\]]+\]|[^\s/:?#]*)(?::(\d+))?/i;
/** Schemes that are connected to wherever they are handed over. */
const CONNECTS = /^(?:ws|ftp|redis|amqp|mqtt|ldap|smtp):\/\//i;

function findCleartext(file: BackendFile): Cleartext[] {
  const found: Cleartext[] = [];
  const seen = new Set<Node>();
  const add = (given: Node): void => {
    for (const { node, text } of addressesIn(given)) {
      const cleartext = judge(text, node, given, file);
      if (!cleartext || seen.has(cleartext.node)) continue;
      seen.add(cleartext.node);
      found.push(cleartext);
    }
  };
  for (const call of outgoingOf(file)) {
    if (call.proof === 'name') continue;
    if (call.url) add(call.url);
    for (const option of ['baseURL', 'prefixUrl', 'baseUrl'])
      for (const position of ['0', '1']) {
        const node = argumentAt(call.node, `${position}.${option}`);
        if (typeof node !== 'string') add(node);
      }
  }
  for (const string of file.index.strings) {
    const text = string.type === 'Literal' ? string.value : (string.quasis[0]?.value.cooked ?? '');
    if (CONNECTS.test(text) && isHandedOver(string)) add(string);
  }
  for (const address of foreignAddresses(file)) add(address);
  for (const call of file.index.calls.get('createTransport') ?? []) {
    const mail = ofMail(call);
    if (mail) found.push(mail);
  }
  for (const name of ['get', 'request'])
    for (const call of file.index.calls.get(name) ?? []) {
      const plain = ofNodeHttp(call);
      if (plain) found.push(plain);
    }
  if (file.index.specifiers.includes('basic-ftp'))
    for (const call of file.index.calls.get('access') ?? []) {
      const ftp = ofFtp(call);
      if (ftp) found.push(ftp);
    }
  for (const made of file.index.news) {
    const redis = ofRedis(made);
    if (redis) found.push(redis);
  }
  return found;
}

const CONNECTING = ['connect', 'createClient', 'createConnection'];
const CLIENTS = /^(?:Redis|IORedis|WebSocket|ReconnectingWebSocket|Client|EventSource)$/;

/** Addresses of other files that something connects to, and those of socket.io's clients. */
function foreignAddresses(file: BackendFile): Node[] {
  const calls = CONNECTING.flatMap((name) => file.index.calls.get(name) ?? []);
  const news = file.index.news.filter((made) => CLIENTS.test(calleeName(made) ?? ''));
  const given = [...calls, ...news].flatMap((call) =>
    ['0', '0.url', '0.uri'].flatMap((position) => {
      const found = call.arguments.length > 0 ? argumentAt(call, position) : 'absent';
      return typeof found === 'string' ? [] : [found];
    }),
  );
  const rooms = file.index.specifiers.includes('socket.io-client')
    ? ['io', 'connect'].flatMap((name) => (file.index.calls.get(name) ?? []).flatMap((call) => call.arguments[0] ?? []))
    : [];
  return [
    ...given.filter(
      (node) => fileOf(node) === file && CONNECTS.test(textOf(node) ?? '') && fileOf(follow(node)) !== file,
    ),
    ...rooms.filter((node) => node.type !== 'SpreadElement'),
  ];
}

/** The beginnings that an address may have, with the literals that they stand in. */
function addressesIn(given: Node): { readonly node: Node; readonly text: string }[] {
  return alternatives(given).flatMap((value) => {
    const inner =
      value.type === 'NewExpression' && calleeName(value) === 'URL'
        ? value.arguments[value.arguments.length - 1]
        : value;
    if (!inner || inner.type === 'SpreadElement') return [];
    const parts = builtText(inner).parts.filter((part) => part.kind === 'hole' || part.text !== '');
    // The environment, or this: the text stands in the hole.
    const head =
      inner.type === 'TemplateLiteral' && inner.quasis[0]?.value.cooked === '' ? inner.expressions[0] : undefined;
    if (head && parts[0]?.kind !== 'text') return alternatives(head).flatMap((each) => literalAt(each));
    const first = parts[0];
    if (first?.kind === 'text') {
      // `http://${host}/`: a host that isn't known; `redis://:${password}@cache.example.com`: one that is.
      const text = parts.map((part) => (part.kind === 'text' ? part.text : '\u0000')).join('');
      return [{ node: first.node, text }];
    }
    return first?.kind === 'hole' ? alternatives(first.node).flatMap((each) => literalAt(each)) : literalAt(inner);
  });
}

function literalAt(node: Node): { readonly node: Node; readonly text: string }[] {
  const text = textOf(node);
  return text === null ? [] : [{ node: unwrapAwait(node), text }];
}

function judge(text: string, node: Node, given: Node, file: BackendFile): Cleartext | null {
  const match = ADDRESS.exec(text);
  if (!match) return null;
  const [whole, scheme, host] = [match[0], match[1]!.toLowerCase(), match[2]!.toLowerCase()];
  if (
    host.includes('\u0000') ||
    (text.charAt(whole.length) === '\u0000' && match[3] === undefined) ||
    host === '' ||
    isLocalHost(host)
  )
    return null;
  if (scheme === 'smtp' && match[3] === '587') return null;
  const isHere = fileOf(node) === file;
  return {
    node: isHere ? node : given,
    scheme,
    host,
    replacement: isHere && isText(node) ? { node, scheme: SAFE[scheme]! } : null,
  };
}

const isText = (node: Node): boolean =>
  node.type === 'Literal' || node.type === 'TemplateLiteral' || node.type === 'TemplateElement';

/** Loopback, single-label and cluster names, private networks, the metadata address. */
export function isLocalHost(host: string): boolean {
  if (!host.includes('.') && !host.startsWith('[')) return true;
  if (/^(?:127\.|0\.0\.0\.0$|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|\[(?:::1|f[cd]|fe80))/.test(host))
    return true;
  return /(?:^|\.)(?:localhost|local|internal|lan|svc|test|localdomain|home\.arpa|consul|docker)$|\.svc\.|\.cluster\.|\.internal\./.test(
    host,
  );
}

/** Whether a text is an argument of a call or a property of one's options. */
function isHandedOver(node: Node): boolean {
  for (let up = node.parent; up; up = up.parent) {
    if (up.type === 'CallExpression' || up.type === 'NewExpression')
      return !/^(?:startsWith|includes|test|match|replace|replaceAll|log|info|warn|error|debug|split|Error|expect|default|describe|example|url|regex)$/.test(
        calleeName(up) ?? '',
      );
    if (up.type === 'VariableDeclarator') return up.id.type === 'Identifier' && isConnected(up.id);
    if (
      !/^(?:Property|ObjectExpression|ArrayExpression|LogicalExpression|ConditionalExpression|TSAsExpression|TSNonNullExpression|AwaitExpression)$/.test(
        up.type,
      )
    )
      return false;
  }
  return false;
}

/** A name that is handed to something that connects. */
function isConnected(id: TSESTree.Identifier): boolean {
  const file = fileOf(id);
  const pattern = new RegExp(
    `(?:connect|create\\w*|new \\w+|Redis|WebSocket)\\([^)]*\\b${id.name.replaceAll('$', '\\$')}\\b`,
  );
  return pattern.test(file.text);
}

/** nodemailer without TLS; STARTTLS on 587 is taken where the server offers it. */
function ofMail(call: TSESTree.CallExpression): Cleartext | null {
  const host = argumentAt(call, '0.host');
  const name = typeof host === 'string' ? null : textOf(host);
  if (name !== null && isLocalHost(name)) return null;
  const constant = (option: string): unknown => {
    const node = argumentAt(call, `0.${option}`);
    return typeof node === 'string' ? node : constantOf(node);
  };
  const ignores = constant('ignoreTLS') === true;
  const isPlain = constant('port') === 25 && constant('secure') !== true && constant('requireTLS') !== true;
  if (!ignores && !isPlain) return null;
  return { node: call, scheme: 'smtp', host: name ?? 'the mail server', replacement: null };
}

/** Where a call's options name a host of another machine. */
function otherHost(call: TSESTree.CallExpression, options: readonly string[]): string | null {
  for (const option of options) {
    const node = argumentAt(call, `0.${option}`);
    const name = typeof node === 'string' ? null : textOf(node);
    if (name !== null) return isLocalHost(name) ? null : name;
  }
  return null;
}

/** `http.request({ hostname: 'api.example.com' })`. */
function ofNodeHttp(call: TSESTree.CallExpression): Cleartext | null {
  const host = otherHost(call, ['hostname', 'host']);
  const entity = host === null ? null : denote(call.callee);
  return host !== null && entity?.kind === 'export' && /^(?:node:)?http$/.test(entity.module)
    ? { node: call, scheme: 'http', host, replacement: null }
    : null;
}

/** basic-ftp's `client.access({ host, user, password })`, which encrypts only when it is told to. */
function ofFtp(call: TSESTree.CallExpression): Cleartext | null {
  const host = otherHost(call, ['host']);
  const secure = argumentAt(call, '0.secure');
  const isPlain = secure === 'absent' || (secure !== 'unknown' && constantOf(secure) === false);
  return host !== null && isPlain ? { node: call, scheme: 'ftp', host, replacement: null } : null;
}

/** `new Redis({ host: 'cache.example.com' })` with no `tls`. */
function ofRedis(made: TSESTree.NewExpression): Cleartext | null {
  if (!/^(?:Redis|IORedis|Cluster)$/.test(calleeName(made) ?? '')) return null;
  const host = argumentAt(made, '0.host');
  const name = typeof host === 'string' ? null : textOf(host);
  if (name === null || isLocalHost(name) || argumentAt(made, '0.tls') !== 'absent') return null;
  return { node: made, scheme: 'redis', host: name, replacement: null };
}
