import { PREFIX } from '../plugin.js';
import { shownPath } from '../paths.js';
import { isError, type Report } from '../results.js';

// https://docs.github.com/actions/reference/workflow-commands-for-github-actions; the escapes are those of
// actions/toolkit (packages/core/src/command.ts).
const escapeData = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const escapeProperty = (text: string): string => escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

function command(
  name: 'error' | 'warning',
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const shown = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${shown.join(',')}::${escapeData(message)}`;
}

/** Workflow commands: GitHub shows each as an annotation on the line. */
export function formatGithub(report: Report, env: Readonly<Record<string, string | undefined>>): string {
  const root = env['GITHUB_WORKSPACE'] ?? report.cwd;
  const lines: string[] = [];
  for (const { filePath, messages } of report.results) {
    for (const message of messages) {
      const { line, column, endLine = line, endColumn = column, ruleId } = message;
      const place = { file: shownPath(root, filePath), line, endLine };
      // Columns across several lines are not allowed.
      const columns: Record<string, number> = endLine === line ? { col: column, endColumn } : {};
      const title = ruleId ?? 'syntax error';
      const help = ruleId?.startsWith(PREFIX) ? ` (${report.rules[ruleId]?.docs?.url ?? ruleId})` : '';
      lines.push(
        command(isError(message) ? 'error' : 'warning', { ...place, ...columns, title }, message.message + help),
      );
    }
  }
  for (const { file, message } of report.faults) lines.push(command('error', { file: shownPath(root, file) }, message));
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}
