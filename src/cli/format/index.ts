import { stripVTControlCharacters } from 'node:util';
import type { ESLint } from 'eslint';
import { findPage } from '../explain.js';
import type { CodeLinter } from '../lint.js';
import type { Format } from '../options.js';
import type { Report } from '../results.js';
import { makeStyle } from '../style.js';
import { formatGithub } from './github.js';
import { formatGitlab } from './gitlab.js';
import { formatPretty } from './pretty.js';
import { formatSarif } from './sarif.js';

export interface FormatContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isColoured: boolean;
  readonly width: number;
  readonly exitCode: number;
  /** For the formats that are ESLint's own. */
  readonly linter: CodeLinter;
}

async function formatByEslint(name: 'stylish' | 'json', report: Report, context: FormatContext): Promise<string> {
  const formatter = await context.linter.formatter(name);
  const { cwd, rules: rulesMeta } = report;
  const meta: ESLint.LintResultData & { color: boolean } = { cwd, rulesMeta, color: context.isColoured };
  const text = await formatter.format([...report.results], meta);
  const plain = context.isColoured ? text : stripVTControlCharacters(text);
  return plain === '' || plain.endsWith('\n') ? plain : `${plain}\n`;
}

/** The report as text in one of the formats. */
export function formatReport(format: Format, report: Report, context: FormatContext): string | Promise<string> {
  switch (format) {
    case 'pretty':
      return formatPretty(report, { style: makeStyle(context.isColoured), width: context.width });
    case 'sarif':
      return formatSarif(report, { exitCode: context.exitCode, findPage });
    case 'github':
      return formatGithub(report, context.env);
    case 'gitlab':
      return formatGitlab(report, context.env);
    case 'stylish':
    case 'json':
      return formatByEslint(format, report, context);
  }
}
