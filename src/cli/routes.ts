import { routesOf } from '../facts/routes.js';
import { entriesOf, type RouteEntry, type RouteKnowledge } from '../facts/applications/route-table.js';
import { projectFor } from '../project/open.js';
import { UsageError } from './errors.js';
import { findLintable } from './files.js';
import { hasColour, type Io } from './io.js';
import { shownPath } from './paths.js';
import { makeStyle } from './style.js';

const QUESTIONS: readonly (keyof RouteKnowledge)[] = [
  'authenticated',
  'limited',
  'validated',
  'idempotent',
  'paginated',
];
const HEADS: Readonly<Record<keyof RouteKnowledge, string>> = {
  authenticated: 'auth',
  limited: 'limit',
  validated: 'valid',
  idempotent: 'idem',
  paginated: 'page',
};
const WIDEST_PATH = 60;
const WIDEST_HANDLER = 36;

/**
 * `backend-lint routes`: every route of the project with what stands before it and what the rules know of it, as a table
 * or as JSON.
 * @throws {UsageError} for an option that there is not, or a path that can't be read
 */
export async function routes(args: readonly string[], io: Io): Promise<number> {
  const unknown = args.find((arg) => arg.startsWith('-') && arg !== '--json');
  if (unknown !== undefined) throw new UsageError(`Unknown option ${unknown}: routes knows --json, files and folders.`);
  const { files } = await findLintable(
    io.cwd,
    args.filter((arg) => !arg.startsWith('-')),
  );
  const found = allEntries(files);
  io.stdout.write(args.includes('--json') ? jsonOf(found, io.cwd) : tableOf(found, io));
  return 0;
}

function allEntries(files: readonly string[]): RouteEntry[] {
  const project = projectFor({ modules: {} });
  return files.flatMap((path) => {
    const file = project.open(path);
    return file?.kind === 'source' || file?.kind === 'config'
      ? routesOf(file).flatMap((route) => entriesOf(route))
      : [];
  });
}

const jsonOf = (entries: readonly RouteEntry[], cwd: string): string =>
  `${JSON.stringify(
    entries.map(({ knows, ...entry }) => ({ ...entry, file: shownPath(cwd, entry.file), ...knows })),
    null,
    2,
  )}\n`;

const mark = (answer: boolean | null): string => (answer === null ? '-' : answer ? 'yes' : 'no');

function tableOf(entries: readonly RouteEntry[], io: Io): string {
  if (entries.length === 0) return 'No routes found.\n';
  const style = makeStyle(hasColour(io.stdout, io.env));
  const rows = entries.map((entry) => [
    entry.method,
    cut(entry.path ?? '(unknown)', WIDEST_PATH),
    `${shownPath(io.cwd, entry.file)}:${entry.line}`,
    cut(entry.handler ?? '(function)', WIDEST_HANDLER),
    ...QUESTIONS.map((question) => mark(entry.knows[question])),
    entry.guards.map(({ name }) => name).join(', ') || '-',
  ]);
  const heads = ['method', 'path', 'place', 'handler', ...QUESTIONS.map((question) => HEADS[question]), 'guards'];
  const widths = heads.map((head, index) => Math.max(head.length, ...rows.map((row) => row[index]!.length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => (index === cells.length - 1 ? cell : cell.padEnd(widths[index]!)))
      .join('  ')
      .trimEnd();
  const count = `${entries.length} ${entries.length === 1 ? 'route' : 'routes'}. yes: something in the code says so; no: nothing does; -: the question does not arise, or can't be answered.`;
  return `${[style.bold(line(heads)), ...rows.map(line), '', style.dim(count)].join('\n')}\n`;
}

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
