import { shownPath } from '../paths.js';
import { PREFIX, bareName } from '../plugin.js';
import { allMessages, isError, isFatal, totalsOf, type FileResult, type Message, type Report } from '../results.js';
import { count, type Style } from '../style.js';
import { makeFrame } from './frame.js';
import { LineIndex } from './lines.js';

export interface PrettyOptions {
  readonly style: Style;
  /** Columns of the terminal. */
  readonly width: number;
}

const MIN_CODE_WIDTH = 40;

const severityWord = (message: Message, style: Style): string => {
  if (isFatal(message)) return style.red('syntax error');
  return isError(message) ? style.red('error') : style.yellow('warning');
};

function codeLines(message: Message, lines: LineIndex, { style, width }: PrettyOptions): string[] {
  const text = lines.text(message.line);
  if (text.trim() === '') return [];
  const { line, column, endLine = line, endColumn = column + 1 } = message;
  const number = String(line);
  const room = Math.max(width - number.length - 9, MIN_CODE_WIDTH);
  const frame = makeFrame(text, column - 1, endLine > line ? text.length : endColumn - 1, room);
  const mark = isError(message) ? style.red : style.yellow;
  const gutter = style.dim('|');
  return [
    `    ${style.dim(number)} ${gutter} ${frame.code}`,
    `    ${' '.repeat(number.length)} ${gutter} ${' '.repeat(frame.offset)}${mark('^'.repeat(frame.width))}`,
  ];
}

function remedies(message: Message, { style }: PrettyOptions): string[] {
  const lines: string[] = [];
  if (message.fix) lines.push('fixable with --fix');
  const suggestions = message.suggestions ?? [];
  const [only] = suggestions;
  if (only && suggestions.length === 1 && !message.fix) lines.push(`${only.desc} (--fix-suggestions)`);
  else for (const { desc } of suggestions) lines.push(`choose: ${desc}`);
  return lines.map((line) => `    ${style.green('->')} ${line}`);
}

/** The message in lines no longer than the terminal. */
function wrap(text: string, width: number, indent: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + word.length + 1 > width - indent.length) {
      lines.push(indent + line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, indent + line];
}

function findingLines(message: Message, lines: LineIndex, options: PrettyOptions): string[] {
  const { style } = options;
  const place = `${message.line}:${message.column}`;
  return [
    `  ${place}  ${severityWord(message, style)}  ${style.bold(message.ruleId ?? '')}`.trimEnd(),
    ...wrap(message.message, options.width, '    '),
    ...codeLines(message, lines, options),
    ...remedies(message, options),
    '',
  ];
}

function fileLines(cwd: string, result: FileResult, options: PrettyOptions): string[] {
  const lines = new LineIndex(result.source ?? '');
  const heading = options.style.underline(shownPath(cwd, result.filePath));
  return [heading, ...result.messages.flatMap((message) => findingLines(message, lines, options))];
}

/** Lines of aligned columns: the first to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    `  ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ')}`.trimEnd(),
  );
}

/** Counts by rule, the most frequent first. */
function summaryLines(messages: readonly Message[], { style }: PrettyOptions): string[] {
  const byRule = new Map<string, Message[]>();
  for (const message of messages) {
    const name = message.ruleId ?? (isFatal(message) ? 'syntax error' : 'eslint');
    byRule.set(name, [...(byRule.get(name) ?? []), message]);
  }
  const number = (value: number): string => (value === 0 ? '-' : String(value));
  const rows = [...byRule]
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .map(([rule, found]) => {
      const { errors, warnings, fixable, suggested } = totalsOf(found);
      return [rule, String(found.length), number(errors), number(warnings), number(fixable), number(suggested)];
    });
  const [head, ...body] = table([['rule', 'found', 'errors', 'warnings', '--fix', '--fix-suggestions'], ...rows]);
  return [style.dim(head!), ...body, ''];
}

/** The last line or two: how much was found, fixed, and could be fixed. */
export function totalLines(report: Report, { style }: Pick<PrettyOptions, 'style'>): string[] {
  const messages = allMessages(report.results);
  const { errors, warnings, fixable, suggested } = totalsOf(messages);
  const files = count(report.results.length, 'file');
  const lines: string[] = [];
  if (report.fixed.findings > 0) {
    lines.push(
      style.green(`Settled ${count(report.fixed.findings, 'finding')} in ${count(report.fixed.files, 'file')}.`),
    );
  }
  if (messages.length === 0) {
    return [...lines, report.faults.length > 0 ? `No findings in ${files}.` : style.green(`No findings in ${files}.`)];
  }
  const withFindings = report.results.filter((result) => result.messages.length > 0).length;
  const total = `${count(messages.length, 'finding')} (${count(errors, 'error')}, ${count(warnings, 'warning')})`;
  lines.push(style.bold(`${total} in ${withFindings} of ${files}.`));
  const ways = [
    ...(fixable > 0 ? [`${fixable} fixable with --fix`] : []),
    ...(suggested > 0 ? [`${suggested} with --fix-suggestions`] : []),
  ];
  if (ways.length > 0) lines.push(`${ways.join(', ')}.`);
  const ours = messages.find(({ ruleId }) => ruleId?.startsWith(PREFIX));
  if (ours) lines.push(style.dim(`Why, and what to do: backend-lint --explain ${bareName(ours.ruleId!)}`));
  return lines;
}

/** Findings by file, each with its code line and what to do; a summary by rule; totals. */
export function formatPretty(report: Report, options: PrettyOptions): string {
  const { cwd, results } = report;
  const messages = allMessages(results);
  const lines = results
    .filter((result) => result.messages.length > 0)
    .flatMap((result) => fileLines(cwd, result, options));
  if (messages.length > 0) lines.push(...summaryLines(messages, options));
  lines.push(...totalLines(report, options));
  return `${lines.join('\n')}\n`;
}
