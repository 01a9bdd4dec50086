import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from './errors.js';
import type { CliPlugin } from './plugin.js';
import { requireRule } from './selection.js';
import type { Style } from './style.js';

/** Where the pages stand in the package, seen from dist/cli. */
const PAGES = join(__dirname, '..', '..', 'rules-docs');

/** A rule's page as Markdown, or null where the package has none. */
export async function findPage(rule: string): Promise<string | null> {
  return readFile(join(PAGES, `${rule}.md`), 'utf8').catch(() => null);
}

const FENCE = /^\s*(`{3,}|~{3,})/;

function renderText(text: string, style: Style): string {
  return text
    .replace(/!?\[([^\]]+)\]\((https?:[^)\s]+)\)/g, (_, label: string, url: string) =>
      label === url ? url : `${label} (${url})`,
    )
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/\*\*([^*]+)\*\*/g, (_, strong: string) => style.bold(strong))
    .replace(/`([^`]+)`/g, (whole, code: string) => (style.cyan('x') === 'x' ? whole : style.cyan(code)));
}

/** Markdown for reading in a terminal: headings stand out, code is set in, comments of generators go. */
export function renderMarkdown(markdown: string, style: Style): string {
  const lines: string[] = [];
  let fence: string | null = null;
  for (const line of markdown.replace(/<!--[\s\S]*?-->\n*/g, '').split(/\r?\n/)) {
    const mark = FENCE.exec(line)?.[1] ?? null;
    if (fence !== null && mark !== null && mark.startsWith(fence)) {
      fence = null;
    } else if (fence !== null) {
      lines.push(line === '' ? '' : `    ${style.dim(line)}`);
    } else if (mark !== null) {
      fence = mark;
    } else {
      const heading = /^#+\s+(.*)$/.exec(line);
      lines.push(
        heading ? style.bold(style.underline(renderText(heading[1]!, makePlain(style)))) : renderText(line, style),
      );
    }
  }
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

/** A heading is bold as a whole; marks inside it would end that. */
const makePlain = (style: Style): Style => ({ ...style, bold: (text) => text, cyan: (text) => text });

/**
 * The text of `--explain`.
 * @throws {UsageError} for a rule that does not exist
 */
export async function explain(plugin: CliPlugin, given: string, style: Style): Promise<string> {
  const rule = requireRule(plugin, given);
  const page = await findPage(rule);
  if (page === null)
    throw new UsageError(`The page of ${rule} is not in this package; see ${plugin.rules[rule]!.meta.docs.url}`);
  return renderMarkdown(page, style);
}
