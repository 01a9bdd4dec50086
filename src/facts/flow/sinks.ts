import type { FieldPath, Sink } from '../../model/flow.js';
import { type BackendFile, fileOf, sourceText } from '../../model/file.js';
import type { ExportRow, Library, MemberRow } from '../../model/library.js';
import type { OutgoingRow } from '../../model/rows/outgoing.js';
import type { SinkCondition, SinkKind, SinkRow } from '../../model/rows/flow.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { memberName, receiverOf, unwrap, unwrapAwait } from '../../syntax/nodes.js';
import { getBinding } from '../bindings.js';
import { denote, findRow, libraryOf, rowOf } from '../entities.js';
import { namesFor } from '../scope.js';
import { argumentAt, constantOf, follow } from '../values.js';
import { aliasesIn } from '../aliases.js';
import { nameOfSite } from './sink.js';
import { answersOf, answerSinks, assignedAnswer } from './answers.js';
import { inputSinks } from './input-sinks.js';
import { logSinks } from './log-sinks.js';
import { querySinks } from './query-sinks.js';
import { syntaxSinks } from './syntax-sinks.js';

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** Every place of a file at which a value of the client's would be dangerous. */
export const sinksOf = (file: BackendFile): readonly Sink[] => file.memo(findSinks);

function findSinks(file: BackendFile): Sink[] {
  const sinks: Sink[] = [];
  const names = new Set([...namesFor(file, 'sinks'), ...namesFor(file, 'outgoing'), ...namesFor(file, 'response')]);
  for (const [alias, name] of aliasesIn(file)) if (names.has(name)) names.add(alias);
  for (const name of names)
    for (const call of file.index.calls.get(name) ?? []) if (call.arguments.length > 0) addCall(call, sinks);
  // A value that is itself called under whatever name: `axios(url)`, `got(url)`.
  if (names.has(''))
    for (const call of file.index.calls.values()) for (const each of call) addUnnamed(each, names, sinks);
  for (const node of file.index.news) {
    const callee = denote(node.callee);
    const row = callee?.kind === 'export' ? findRow(callee) : null;
    const made: MemberRow | undefined = row?.row.construct;
    if (made && row) addRow(node, made, row.library, sinks);
  }
  for (const { left, right } of file.index.assignments) {
    const member = unwrap(left);
    if (member.type === 'MemberExpression') addAssigned(member, right, sinks);
  }
  sinks.push(...answersOf(file), ...syntaxSinks(file), ...logSinks(file), ...querySinks(file), ...inputSinks(file));
  return sinks;
}

function addCall(call: TSESTree.CallExpression, sinks: Sink[]): void {
  const callee = denote(call.callee);
  const row = rowOf(callee);
  const library = libraryOf(callee);
  if (row && library) addRow(call, row, library, sinks);
}

function addUnnamed(call: TSESTree.CallExpression, names: ReadonlySet<string>, sinks: Sink[]): void {
  const callee = unwrap(call.callee);
  if (callee.type !== 'Identifier' || names.has(callee.name) || call.arguments.length === 0) return;
  // A whole module under its own name, or what was made of one: `got(url)`, `const api = axios.create()`.
  const binding = getBinding(callee);
  const isWhole = binding.kind === 'import' && !binding.specifier.startsWith('.');
  if (!isWhole && !(binding.kind === 'value' && binding.init && unwrapAwait(binding.init).type === 'CallExpression'))
    return;
  addCall(call, sinks);
}

function addRow(call: Call, row: MemberRow | ExportRow, library: Library, sinks: Sink[]): void {
  for (const sink of row.sinks ?? []) {
    if (!isOfVersion(sink, library, fileOf(call)) || !(sink.when ?? []).every((when) => holds(call, when))) continue;
    for (const position of sink.at) addAt(call, position, sink.kind, sink, sinks);
  }
  sinks.push(...answerSinks(call, row, library, nameOfSite(call)));
  if (row.outgoing?.does === 'request') addAddress(call, row.outgoing, sinks);
  if (row.outgoing && !row.outgoing.database) addBase(call, row.outgoing, sinks);
}

/** The address of an outgoing call: the first position at which something stands. */
function addAddress(call: Call, { url }: OutgoingRow, sinks: Sink[]): void {
  for (const position of url ?? []) {
    const found = argumentAt(call, position);
    if (typeof found === 'string' || (position === '0' && follow(found).type === 'ObjectExpression')) continue;
    addAt(call, position, 'url', null, sinks);
    return;
  }
  // Options of Node's own client: `http.request({ hostname, path })`.
  if (call.arguments[0] && follow(call.arguments[0]).type === 'ObjectExpression')
    for (const position of ['0.host', '0.hostname', '0.uri', '0.baseURL'])
      if (typeof argumentAt(call, position) !== 'string') addAt(call, position, 'url', null, sinks);
}

/** The address that others are taken from: `axios.create({ baseURL })`, `client.get('/x', { baseURL })`. */
function addBase(call: Call, { does, url, options }: OutgoingRow, sinks: Sink[]): void {
  const given = options.flatMap((at) => BASES.map((name) => `${at}.${name}`));
  for (const position of new Set([...(does === 'client' ? (url ?? []) : []), ...given]))
    if (typeof argumentAt(call, position) !== 'string') addAt(call, position, 'url', null, sinks);
}

const BASES = ['baseURL', 'baseUrl', 'prefixUrl'];

function addAt(call: Call, position: string, kind: SinkKind, row: SinkRow | null, sinks: Sink[]): void {
  const made = (value: Node, path: FieldPath): Sink => ({
    kind,
    row,
    site: call,
    value,
    path,
    name: nameOfSite(call),
    file: fileOf(call),
  });
  if (position === 'this') {
    const receiver = call.type === 'CallExpression' ? receiverOf(call) : null;
    if (receiver) sinks.push(made(receiver, []));
    return;
  }
  if (position === '*') {
    for (const argument of call.arguments) sinks.push(made(argument, []));
    return;
  }
  const [first, ...path] = position.split('.');
  const index = Number(first) < 0 ? call.arguments.length + Number(first) : Number(first);
  const argument = call.arguments[index];
  if (!argument || argument.type === 'SpreadElement') return;
  // The smallest node that is to be changed: the property's value, where it stands there.
  const own = path.length > 0 && !path.includes('*') ? argumentAt(call, position) : argument;
  const isOwn = typeof own !== 'string' && fileOf(own) === fileOf(call);
  sinks.push(isOwn ? made(own, own === argument ? path : []) : made(argument, path));
}

function addAssigned(member: TSESTree.MemberExpression, value: Node, sinks: Sink[]): void {
  const name = memberName(member);
  if (name === null || !ASSIGNED.test(name)) return;
  const object = denote(member.object);
  const row = object?.kind === 'instance' ? object.type.findMember(name) : null;
  if (!row || object?.kind !== 'instance') return;
  for (const sink of row.sinks ?? [])
    if (sink.at.includes(''))
      sinks.push({
        kind: sink.kind,
        row: sink,
        site: member.parent,
        value,
        path: [],
        name: nameOfSite(member),
        file: fileOf(member),
      });
  sinks.push(...assignedAnswer(member, value, row, object.type.library));
}

/** Properties of responses and pages that mean something when they are assigned. */
const ASSIGNED = /^(?:body|innerHTML|location|redirect|url|href)$/;

function holds(call: Call, { at, is }: SinkCondition): boolean {
  const found = argumentAt(call, at);
  if (found === 'unknown') return false;
  const constant = found === 'absent' ? undefined : constantOf(found);
  if (is === 'unset') return found === 'absent' || constant === false;
  if (is === 'set') return found !== 'absent' && constant !== false;
  if (found === 'absent' || constant !== undefined) return found !== 'absent' && is.includes(constant as string);
  // `spawn(shell, ['-c', line])`: what it is depends on the machine, and its name says what it is for.
  return is.includes('sh') && /shell|bash/i.test(sourceText(found));
}

/** Whether the project's version of the library is one of those meant; one that isn't known says nothing. */
function isOfVersion({ below }: SinkRow, library: Library, file: BackendFile): boolean {
  if (below === undefined) return true;
  const owner = file.project.findPackage(file.path);
  const version = library.modules.map((module) => owner?.version(module)).find(Boolean);
  if (!version) return false;
  const [major = 0, minor = 0, patch = 0] = below.split('.').map(Number);
  if (version.major !== major) return version.major < major;
  return version.minor === minor ? version.patch < patch : version.minor < minor;
}
