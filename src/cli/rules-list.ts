import { AREAS } from '../rule/metadata.js';
import type { CliPlugin, CliRule } from './plugin.js';
import type { Style } from './style.js';

/** The rules by area, in the order of the catalogue. */
function byArea(plugin: CliPlugin): [area: string, rules: [name: string, rule: CliRule][]][] {
  const entries = Object.entries(plugin.rules);
  return AREAS.map((area): [string, [string, CliRule][]] => [
    area,
    entries.filter(([, { meta }]) => meta.docs.area === area).sort(([a], [b]) => (a < b ? -1 : 1)),
  ]).filter(([, rules]) => rules.length > 0);
}

const fixWord = ({ meta }: CliRule): string =>
  [meta.fixable ? 'fix' : '', meta.hasSuggestions ? 'suggest' : ''].filter(Boolean).join(', ');

/** The table of `--list-rules`. */
export function rulesTable(plugin: CliPlugin, style: Style): string {
  const width = Math.max(0, ...Object.keys(plugin.rules).map((name) => name.length));
  const lines: string[] = [];
  for (const [area, rules] of byArea(plugin)) {
    lines.push(style.bold(area));
    for (const [name, rule] of rules) {
      const { level, description } = rule.meta.docs;
      lines.push(`  ${name.padEnd(width)}  ${level.padEnd(6)}  ${fixWord(rule).padEnd(12)}  ${description}`);
    }
    lines.push('');
  }
  const levels = 'error, warn: in recommended at that severity; strict: only in strict and all.';
  lines.push(style.dim(`${levels} A rule's page: backend-lint --explain <rule>`));
  return `${lines.join('\n')}\n`;
}

/** The same as data, for `--list-rules --format json`. */
export function rulesJson(plugin: CliPlugin): string {
  const rules = byArea(plugin).flatMap(([area, list]) =>
    list.map(([name, { meta }]) => ({
      name: `backend/${name}`,
      area,
      level: meta.docs.level,
      description: meta.docs.description,
      url: meta.docs.url,
      cwe: meta.docs.cwe,
      fixable: meta.fixable !== undefined,
      hasSuggestions: meta.hasSuggestions === true,
    })),
  );
  return `${JSON.stringify(rules, null, 2)}\n`;
}
