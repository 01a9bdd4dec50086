import type { Sink } from '../../model/flow.js';
import { type BackendFile, fileOf, sourceText } from '../../model/file.js';
import type { Library, MemberRow } from '../../model/library.js';
import type { SinkKind } from '../../model/rows/flow.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import {
  calleeName,
  decoratorName,
  enclosingFunction,
  findProperty,
  keyName,
  memberName,
  receiverOf,
  unwrap,
} from '../../syntax/nodes.js';
import { allReturns } from '../../syntax/walk.js';
import { denote, findCalled } from '../entities.js';
import { routesOf } from '../routes.js';
import { builtText } from '../text.js';
import { argumentAt, constantOf, follow } from '../values.js';
import { makeSink, nameOfSite } from './sink.js';

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** Frameworks that call a text HTML when nothing else is said. */
const HTML_BY_DEFAULT = new Set(['express', 'nestjs', 'h3']);
/** Content types that no browser reads as a page. */
const OTHER_TYPE =
  /text\/(?:plain|csv|xml|css|javascript|event-stream|markdown|calendar|vcard)|application\/|image\/|['"`](?:text|json|txt|csv|xml|js)['"`]\s*\)|audio\/|octet-stream/i;
const HTML_TYPE = /text\/html|\.type(?:\(|\s*=)\s*['"`]html|\.html\(/;
const MARKUP = /<(?:[a-z!/]|$)/i;

/** What the answer that a call makes can do with a value: lead the browser elsewhere, run in it. */
export function answerSinks(call: Call, { response }: MemberRow, library: Library, name: string): Sink[] {
  if (!response) return [];
  const made = (kind: SinkKind, value: Node): Sink => makeSink(kind, call, value, name);
  if (response.kind === 'redirect') return call.arguments.map((argument) => made('redirect', argument));
  // Whole objects of the client's reach the engine's options; a view's name is a path.
  if (response.kind === 'render' && call.arguments.length > 0 && library.name !== 'hono')
    return [made('path', call.arguments[0]!), ...call.arguments.slice(1, 2).map((data) => made('template', data))];
  if (response.does === 'status' || response.does === 'error' || response.does === 'throw') return [];
  const isHtml = /\.html$/.test(name);
  if (!isHtml && response.kind !== 'any') return [];
  const body = (response.body ?? [])
    .map((position) => argumentAt(call, position))
    .find((each) => typeof each !== 'string');
  if (!body || typeof body === 'string') return [];
  return isHtml || isPage(body, call, library.name) ? [made('html', body)] : [];
}

/** Whether a browser reads the text as a page: by what is said of its type, its markup, or the framework's default. */
export function isPage(body: Node, site: Node, library: string): boolean {
  const value = follow(body);
  if (/^(?:ObjectExpression|ArrayExpression|FunctionExpression|ArrowFunctionExpression)$/.test(value.type))
    return false;
  // What is said at the answer itself decides, where it has a place for it.
  const place = site.type === 'NewExpression' ? site : site.type === 'Property' ? site.parent : enclosingFunction(site);
  const own = site === place ? '' : sourceText(site);
  const round = OTHER_TYPE.test(own) && !HTML_TYPE.test(own) ? own : place ? sourceText(place) : '';
  const isHtml = HTML_TYPE.test(round);
  if (!isHtml && OTHER_TYPE.test(round)) return false;
  // `data: …` is a line of an event stream, whoever named the type.
  if (
    builtText(body).parts[0]?.kind === 'text' &&
    /^\s*(?:data|event|id|retry):/.test(textOfPart(builtText(body).parts[0]!))
  )
    return false;
  return isHtml || HTML_BY_DEFAULT.has(library) || hasMarkup(body);
}

const textOfPart = (part: ReturnType<typeof builtText>['parts'][number]): string =>
  part.kind === 'text' ? part.text : '';

const hasMarkup = (body: Node): boolean =>
  builtText(body).parts.some((part) => part.kind === 'text' && MARKUP.test(part.text));

const HEADER_CALLS = [
  'set',
  'header',
  'setHeader',
  'append',
  'setResponseHeader',
  'appendHeader',
  'appendResponseHeader',
];

/** Answers that are written as data: headers named Location, objects that a handler gives back, texts of a page. */
export function answersOf(file: BackendFile): Sink[] {
  return [
    ...locationCalls(file),
    ...locationProperties(file),
    ...returnedAnswers(file),
    ...unescapedParts(file),
    ...assignedLocations(file),
  ];
}

/** `set.headers.location = x` of Elysia, and of other objects of headers. */
function assignedLocations(file: BackendFile): Sink[] {
  return file.index.assignments.flatMap(({ left, right }) => {
    const member = unwrap(left);
    if (member.type !== 'MemberExpression' || !/^location$/i.test(memberName(member) ?? '')) return [];
    return /headers$/i.test(sourceText(member.object))
      ? [makeSink('redirect', member.parent, right, 'the Location header')]
      : [];
  });
}

/** `raw(name)` of Hono, in a page whose tag escapes everything else. */
function unescapedParts(file: BackendFile): Sink[] {
  return (file.index.calls.get('raw') ?? []).flatMap((call) => {
    const callee = denote(call.callee);
    const isHtml = callee?.kind === 'export' && /^hono\/(?:html|utils\/html)$/.test(callee.module);
    return isHtml && call.arguments[0] ? [makeSink('html', call, call.arguments[0], nameOfSite(call))] : [];
  });
}

function locationCalls(file: BackendFile): Sink[] {
  return HEADER_CALLS.flatMap((name) =>
    (file.index.calls.get(name) ?? []).flatMap((call) => {
      const at = call.arguments.findIndex(
        (argument) => argument.type === 'Literal' && /^(?:location|refresh)$/i.test(String(argument.value)),
      );
      const value = at < 0 ? undefined : call.arguments[at + 1];
      return value && !isOfCreation(call) ? [makeSink('redirect', call, value, `the Location header`)] : [];
    }),
  );
}

/** `res.status(201).header('Location', x)` says where the new thing is; browsers don't go there. */
function isOfCreation(call: TSESTree.CallExpression): boolean {
  for (let at = receiverOf(call); at?.type === 'CallExpression'; at = receiverOf(at))
    if (/^(?:status|code)$/.test(calleeName(at) ?? ''))
      return at.arguments[0] !== undefined && /^20[12]$/.test(String(constantOf(at.arguments[0])));
  return false;
}

/** `{ headers: { Location: x } }`, `res.writeHead(302, { Location: x })`. */
function locationProperties(file: BackendFile): Sink[] {
  return file.index.objects.flatMap((object) =>
    object.properties.flatMap((property) =>
      property.type === 'Property' &&
      /^location$/i.test(keyName(property.key, property.computed) ?? '') &&
      isHeaders(object)
        ? [makeSink('redirect', property, property.value, 'the Location header')]
        : [],
    ),
  );
}

function isHeaders(object: TSESTree.ObjectExpression): boolean {
  const { parent } = object;
  if (parent.type === 'Property')
    return /^(?:headers|multiValueHeaders)$/i.test(keyName(parent.key, parent.computed) ?? '');
  if (parent.type === 'VariableDeclarator') return parent.id.type === 'Identifier' && /headers$/i.test(parent.id.name);
  if (parent.type === 'NewExpression') return parent.callee.type === 'Identifier' && parent.callee.name === 'Headers';
  return (
    parent.type === 'CallExpression' &&
    parent.callee.type === 'MemberExpression' &&
    /^(?:writeHead|set|headers|header)$/.test(keyName(parent.callee.property, parent.callee.computed) ?? '')
  );
}

/** What handlers give back: a text with markup, Lambda's `{ body }`, what `@Redirect()` takes its address from. */
function returnedAnswers(file: BackendFile): Sink[] {
  return routesOf(file).flatMap(({ handler, library, decorators, verb }) => {
    const fn = handler?.fn;
    if (
      !fn ||
      fileOf(fn) !== file ||
      verb === 'QUERY' ||
      verb === 'MUTATION' ||
      verb === 'SUBSCRIPTION' ||
      verb === 'MESSAGE'
    )
      return [];
    const isRedirect = decorators.some((each) => decoratorName(each) === 'Redirect');
    return allReturns(fn).flatMap((returned): Sink[] => {
      const value = unwrap(returned);
      if (value.type === 'ObjectExpression') {
        const url = isRedirect ? findProperty(value, 'url') : null;
        const body = findProperty(value, 'statusCode') ? findProperty(value, 'body') : null;
        return [
          ...(url ? [makeSink('redirect', value, url.value, '@Redirect()')] : []),
          ...(body && isPage(body.value, body, library.name)
            ? [makeSink('html', value, body.value, 'the answer')]
            : []),
        ];
      }
      if (value.type === 'CallExpression') return helpersPage(value, library.name);
      const isPlace = HTML_BY_DEFAULT.has(library.name) || HTML_TYPE.test(sourceText(fn));
      return isPlace && isPageText(value, fn, library.name) ? [makeSink('html', returned, returned, 'the answer')] : [];
    });
  });
}

/** `return page(text)`: a function of the project's that makes `{ statusCode, headers, body }` of a page. */
function helpersPage(call: TSESTree.CallExpression, library: string): Sink[] {
  const fn = findCalled(call);
  const isPageMade =
    fn !== null &&
    allReturns(fn).some((each) => {
      const value = unwrap(each);
      const body =
        value.type === 'ObjectExpression' && findProperty(value, 'statusCode') && findProperty(value, 'body');
      return body && isPage(body.value, body, library);
    });
  return isPageMade ? [makeSink('html', call, call, nameOfSite(call), ['body'])] : [];
}

/** A text given back is a page when it has markup; without it most are data. */
const isPageText = (value: Node, site: Node, library: string): boolean =>
  value.type !== 'Literal' && hasMarkup(value) && isPage(value, site, library);

/** A text of a page that is assigned: Koa's `ctx.body = …`. */
export function assignedAnswer(
  member: TSESTree.MemberExpression,
  value: Node,
  row: MemberRow,
  library: Library,
): Sink[] {
  const { response } = row;
  return response?.does === 'set' && response.kind === 'any' && isPage(value, member, library.name)
    ? [makeSink('html', member.parent, value, sourceText(member))]
    : [];
}
