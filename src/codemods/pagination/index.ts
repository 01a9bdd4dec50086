import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { fileOf, lineOf, sourceText, type BackendFile } from '../../model/file.js';
import type { Route } from '../../model/route.js';
import type { FunctionNode, TSESTree } from '../../syntax/ast.js';
import { enclosingFunction, isInside, outward } from '../../syntax/nodes.js';
import { Edits } from '../edits.js';
import { Refusal, type Change, type Plan, type Request } from '../plan.js';
import { checkCompiles } from '../project/compile.js';
import { addImport } from '../project/imports.js';
import { nameOf, namedRoutes } from '../project/routes.js';
import { inStyle, styleOf } from '../project/style.js';
import { shown, targetOf, type Target } from '../project/target.js';
import { moduleText } from '../project/template.js';
import { findAnswer, formOf, type Answer, type Form } from './answer.js';
import { drizzlePaging } from './drizzle.js';
import { adviceElsewhere, adviceNest, openLists } from './elsewhere.js';
import { knexPaging } from './knex.js';
import type { Paging, Unpaged } from './paging.js';
import { prismaPaging } from './prisma.js';
import { pageTemplate, type IdType } from './template.js';

/** How the lists of a library are paged. */
const PAGINGS: Readonly<Record<string, (file: BackendFile, start: TSESTree.CallExpression) => Paging | Unpaged>> = {
  prisma: prismaPaging,
  drizzle: drizzlePaging,
  knex: knexPaging,
};

/** One list endpoint as it is. */
interface List {
  readonly route: Route;
  readonly file: BackendFile;
  readonly fn: FunctionNode & { readonly body: TSESTree.BlockStatement };
  readonly paging: Paging;
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
  const refuse = (why: string): never => {
    throw new Refusal(`${nameOf(route)} (${shown(target, fileOf(route.node).path)}:${lineOf(route.node)}): ${why}.`);
  };
  const fn = route.handler?.fn;
  if (!fn) return refuse("its handler can't be found");
  const open = openLists(fn);
  const [query] = open;
  if (!query) return refuse(adviceElsewhere(target, fn) ?? 'no list is read in its handler without a bound');
  if (route.library.name === 'nestjs') return refuse(adviceNest(target, query));
  if (fn.body.type !== 'BlockStatement') return refuse('its handler is a single expression: give it a body first');
  if (open.length > 1) return refuse(`its handler reads ${open.length} lists; page them by hand`);
  const { start } = query;
  const page = PAGINGS[query.library.name];
  if (!page || start.type !== 'CallExpression')
    return refuse(`this codemod pages lists of Prisma, Drizzle and Knex, not ${query.library.name}: page it by hand`);
  if (enclosingFunction(start) !== fn) return refuse('the list is read in a function inside of the handler');
  if (/\b(?:const|let|var)\s+(?:\{[^}]*)?\b(?:page|items|nextCursor)\b/.test(sourceText(fn)))
    return refuse('its handler has a variable named page, items or nextCursor already: rename it first');
  const form = formOf(route.library.name, fn);
  if (!form) return refuse(`this codemod knows no such handler of ${route.library.name}`);
  const file = fileOf(fn);
  const paging = page(file, start);
  if ('why' in paging) return refuse(`${paging.why}: page it by hand`);
  if (outward(paging.run)?.type !== 'AwaitExpression')
    return refuse('its query is not awaited where it is made: await it there first');
  const answer = findAnswer(paging.run);
  if (!answer) return refuse('its rows do not go straight into the answer: page it by hand');
  if (answer.property && isInside(start, answer.rows))
    return refuse('its rows have no name of their own: give them one first');
  return { route, file, fn: fn as List['fn'], paging, answer, form, id: paging.id };
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

function paginate(edits: Edits, target: Target, { file, fn, paging, answer, form }: List, module: string): void {
  const style = styleOf([file, ...target.all.slice(0, 20)]);
  const read = addImport(edits, target, file, { name: 'readPage', also: ['pageOf'], from: module });
  const statement = fn.body.body.find((each) => isInside(paging.run, each))!;
  const indent = /[ \t]*$/.exec(file.text.slice(0, statement.range[0]))![0];
  const lines = [`const page = ${read}(${form.query});`, `if (!page) ${form.refuse}`].map((line) =>
    inStyle(line, style),
  );
  edits.insert(
    file,
    beforeComments(file, statement.range[0]),
    lines.map((line) => line.replaceAll('\n', `\n${indent}`)).join(`\n${indent}`) + `\n${indent}`,
  );
  paging.apply(edits, target);
  if (answer.property) {
    const line = inStyle(`const { items, nextCursor } = pageOf(${sourceText(answer.rows)}, page);`, style);
    edits.insert(file, statement.range[1], `\n${indent}${line}`);
    edits.replace(file, answer.property.range, `${sourceText(answer.property.key)}: items, nextCursor`);
  } else if (isInside(paging.run, answer.rows)) {
    edits.insert(file, answer.rows.range[0], 'pageOf(');
    edits.insert(file, answer.rows.range[1], ', page)');
  } else edits.replace(file, answer.rows.range, `pageOf(${sourceText(answer.rows)}, page)`);
}

/** Where the comments right above a statement begin. */
function beforeComments({ text }: BackendFile, start: number): number {
  const above = /(?:\/\/[^\n]*\n[ \t]*)+$/.exec(text.slice(0, start));
  return above && /\n[ \t]*$/.test(text.slice(0, above.index)) ? above.index : start;
}
