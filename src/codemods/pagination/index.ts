import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { boundOf } from '../../facts/bounds.js';
import { queriesOf } from '../../facts/queries.js';
import { fileOf, lineOf, sourceText, type BackendFile } from '../../model/file.js';
import type { Query } from '../../model/query.js';
import type { Route } from '../../model/route.js';
import type { FunctionNode, TSESTree } from '../../syntax/ast.js';
import { enclosingFunction, findProperty, isInside, unwrap } from '../../syntax/nodes.js';
import { Edits } from '../edits.js';
import { Refusal, type Change, type Plan, type Request } from '../plan.js';
import { checkCompiles } from '../project/compile.js';
import { addImport } from '../project/imports.js';
import { nameOf, namedRoutes } from '../project/routes.js';
import { inStyle, styleOf } from '../project/style.js';
import { shown, targetOf, type Target } from '../project/target.js';
import { moduleText } from '../project/template.js';
import { findAnswer, formOf, type Answer, type Form } from './answer.js';
import { idOf } from './schema.js';
import { pageTemplate, type IdType } from './template.js';

/** One list endpoint as it is. */
interface List {
  readonly route: Route;
  readonly file: BackendFile;
  readonly fn: FunctionNode & { readonly body: TSESTree.BlockStatement };
  readonly query: Query & { readonly start: TSESTree.CallExpression };
  readonly answer: Answer;
  readonly form: Form;
  readonly id: IdType;
}

/** `codemod pagination`: cursor pagination for the list endpoints that are named. */
export async function planPagination(request: Request): Promise<Plan> {
  const target = targetOf(request);
  if (request.routes.length === 0)
    throw new Refusal("Name the list: --route 'GET /orders'. Its answer changes, so this is for one at a time.");
  const routes = namedRoutes(target, request.routes);
  const open = routes.filter(({ handler }) => !handler?.fn || !/\breadPage\(/.test(sourceText(handler.fn)));
  if (open.length === 0) return { changes: [], notes: [], left: [], hidden: [] };
  const lists = open.map((route) => listOf(target, route));
  const [first] = lists;
  const other = lists.find(({ id }) => id !== first!.id);
  if (other)
    throw new Refusal(
      `${nameOf(first!.route)} and ${nameOf(other.route)} have ids of two types: run this for each alone.`,
    );
  const module = moduleFor(target, first!.id);
  const edits = new Edits();
  for (const list of lists) paginate(edits, target, list, module.path);
  const changes = [...edits.changes(), ...(module.change ? [module.change] : [])];
  const hasTypes = await checkCompiles(target, changes);
  return {
    changes,
    notes: [
      {
        title: 'Who calls these must now read the rows out of the page, and follow nextCursor for the rest',
        lines: lists.map(({ route, answer }) =>
          answer.property
            ? `${nameOf(route)}: nextCursor beside ${sourceText(answer.property.key)}`
            : `${nameOf(route)}: { items, nextCursor } instead of a list`,
        ),
      },
      ...(hasTypes
        ? []
        : [
            {
              title: 'Note',
              lines: ['Dependencies are not installed: types could not be checked. Compile before you commit.'],
            },
          ]),
    ],
    left: [],
    hidden: [],
  };
}

/** @throws {Refusal} for an endpoint that this can't do well */
function listOf(target: Target, route: Route): List {
  const file = fileOf(route.node);
  const at = `${nameOf(route)} (${shown(target, file.path)}:${lineOf(route.node)})`;
  const fn = route.handler?.fn;
  if (!fn || fn.body.type !== 'BlockStatement')
    throw new Refusal(`${at}: its handler can't be found, or is a single expression.`);
  const own = fileOf(fn);
  const inside = queriesOf(own).filter(({ op, start }) => op === 'read-many' && isInside(start, fn));
  const open = inside.filter((query) => /^(?:none|parent)$/.test(boundOf(query)));
  const [query] = open;
  if (!query)
    throw new Refusal(
      `${at}: no list is read in its handler without a bound${inside.length > 0 ? '' : '; if it is read in a function that the handler calls, page there by hand'}.`,
    );
  if (open.length > 1) throw new Refusal(`${at}: its handler reads ${open.length} lists; page them by hand.`);
  const { start } = query;
  if (
    query.library.name !== 'prisma' ||
    start.type !== 'CallExpression' ||
    !/\.findMany$/.test(sourceText(start.callee))
  )
    throw new Refusal(`${at}: this codemod pages Prisma's findMany, not ${query.library.name}: page it by hand.`);
  if (enclosingFunction(start) !== fn)
    throw new Refusal(`${at}: the list is read in a function inside of the handler.`);
  if (/\b(?:const|let|var)\s+(?:\{[^}]*)?\b(?:page|items|nextCursor)\b/.test(sourceText(fn)))
    throw new Refusal(`${at}: its handler has a variable named page, items or nextCursor already: rename it first.`);
  const form = formOf(route.library.name, fn);
  if (!form) throw new Refusal(`${at}: this codemod knows no such handler of ${route.library.name}.`);
  const answer = findAnswer(start);
  if (!answer) throw new Refusal(`${at}: its rows do not go straight into the answer: page it by hand.`);
  if (answer.property && isInside(start, answer.rows))
    throw new Refusal(`${at}: its rows have no name of their own: give them one first.`);
  const entity = /(\w+)\.findMany$/.exec(sourceText(start.callee))![1]!;
  const id = idOf(own, entity);
  if ('why' in id) throw new Refusal(`${at}: ${id.why}: page it by hand.`);
  refuseOptions(at, start);
  return { route, file: own, fn: fn as List['fn'], query: query as List['query'], answer, form, id: id.type };
}

function refuseOptions(at: string, start: TSESTree.CallExpression): void {
  const options = start.arguments[0] && unwrap(start.arguments[0]);
  if (!options) return;
  if (options.type !== 'ObjectExpression' || options.properties.some((each) => each.type === 'SpreadElement'))
    throw new Refusal(`${at}: the options of its query are put together elsewhere: page it by hand.`);
  if (findProperty(options, 'skip') || findProperty(options, 'cursor') || findProperty(options, 'distinct'))
    throw new Refusal(`${at}: its query skips or is distinct already: page it by hand.`);
  const select = findProperty(options, 'select');
  const selected = select && unwrap(select.value);
  if (selected && !(selected.type === 'ObjectExpression' && findProperty(selected, 'id')))
    throw new Refusal(`${at}: its query does not select the id, which the cursor is made of: select it first.`);
  const order = findProperty(options, 'orderBy');
  if (order && !/^(?:Object|Array)Expression$/.test(unwrap(order.value).type))
    throw new Refusal(`${at}: the order of its query is made elsewhere: page it by hand.`);
}

function moduleFor(target: Target, id: IdType): { readonly path: string; readonly change: Change | null } {
  const folder = ['lib', 'utils', 'common', 'http']
    .map((name) => join(target.sourceDir, name))
    .find((each) => existsSync(each));
  const path = join(folder ?? target.sourceDir, `pagination.${target.isTypescript ? 'ts' : 'js'}`);
  const after = moduleText(pageTemplate(id, target.package.dependencies.has('zod')), target);
  if (!existsSync(path)) return { path, change: { path, before: null, after } };
  if (readFileSync(path, 'utf8') === after) return { path, change: null };
  throw new Refusal(
    `${shown(target, path)} is there already, and is not this codemod's for ids of this type: page by hand.`,
  );
}

function paginate(edits: Edits, target: Target, { file, fn, query, answer, form }: List, module: string): void {
  const style = styleOf([file, ...target.all.slice(0, 20)]);
  const read = addImport(edits, target, file, { name: 'readPage', also: ['pageOf'], from: module });
  const statement = fn.body.body.find((each) => isInside(query.start, each))!;
  const indent = /[ \t]*$/.exec(file.text.slice(0, statement.range[0]))![0];
  const lines = [`const page = ${read}(${form.query});`, `if (!page) ${form.refuse}`].map((line) =>
    inStyle(line, style),
  );
  edits.insert(
    file,
    beforeComments(file, statement.range[0]),
    lines.map((line) => line.replaceAll('\n', `\n${indent}`)).join(`\n${indent}`) + `\n${indent}`,
  );
  pageQuery(edits, file, query.start);
  if (answer.property) {
    const line = inStyle(`const { items, nextCursor } = pageOf(${sourceText(answer.rows)}, page);`, style);
    edits.insert(file, statement.range[1], `\n${indent}${line}`);
    edits.replace(file, answer.property.range, `${sourceText(answer.property.key)}: items, nextCursor`);
  } else if (isInside(query.start, answer.rows)) {
    edits.insert(file, answer.rows.range[0], 'pageOf(');
    edits.insert(file, answer.rows.range[1], ', page)');
  } else edits.replace(file, answer.rows.range, `pageOf(${sourceText(answer.rows)}, page)`);
}

/** Where the comments right above a statement begin. */
function beforeComments({ text }: BackendFile, start: number): number {
  const above = /(?:\/\/[^\n]*\n[ \t]*)+$/.exec(text.slice(0, start));
  return above && /\n[ \t]*$/.test(text.slice(0, above.index)) ? above.index : start;
}

/** One row more than the page, in an order in which no two rows are equal. */
function pageQuery(edits: Edits, file: BackendFile, start: TSESTree.CallExpression): void {
  const bound = ['take: page.limit + 1', '...(page.cursor !== undefined && { cursor: { id: page.cursor }, skip: 1 })'];
  const argument = start.arguments[0] && unwrap(start.arguments[0]);
  if (argument?.type !== 'ObjectExpression') {
    const indent = /^[ \t]*/.exec(file.text.slice(file.text.lastIndexOf('\n', start.range[0]) + 1))![0];
    const { quote: mark, indent: step } = styleOf([file]);
    const lines = [`orderBy: { id: ${mark}asc${mark} }`, ...bound].map((line) => `${indent}${step}${line},\n`);
    const quoted = `{\n${lines.join('')}${indent}}`;
    if (argument) edits.replace(file, argument.range, quoted);
    else edits.insert(file, start.range[1] - 1, quoted);
    return;
  }
  const order = findProperty(argument, 'orderBy');
  const quote = styleOf([file]).quote;
  if (order) {
    const value = unwrap(order.value);
    const direction = /(['"])(asc|desc)\1(?![^]*['"](?:asc|desc)['"])/.exec(sourceText(value))?.[2] ?? 'asc';
    const tie = `{ id: ${quote}${direction}${quote} }`;
    const isById = /\bid\s*:/.test(sourceText(value));
    if (!isById && value.type === 'ArrayExpression' && value.elements.length > 0)
      edits.insert(file, value.elements.at(-1)!.range[1], `, ${tie}`);
    else if (!isById) {
      edits.insert(file, value.range[0], '[');
      edits.insert(file, value.range[1], `, ${tie}]`);
    }
  }
  const added = [...(order ? [] : [`orderBy: { id: ${quote}asc${quote} }`]), ...bound];
  const last = argument.properties.at(-1);
  if (!last) {
    edits.replace(file, argument.range, `{ ${added.join(', ')} }`);
    return;
  }
  const before = file.text.slice(argument.range[0], last.range[0]);
  const separator = before.includes('\n') ? `,\n${/[ \t]*$/.exec(before)![0]}` : ', ';
  edits.insert(file, last.range[1], separator + added.join(separator));
}
