/**
 * Reads the examples out of a rule's page. The convention (also in CONTRIBUTING.md):
 *
 * - A heading that starts with "Incorrect" or "Correct" says what the code blocks below it are, down to the next such
 *   heading or a heading of the same or a higher level. Headings below it (one for each framework) make sections.
 * - The info string of a block is its language, then attributes: `title="src/app.ts"` (its file), `deps="pg@8 zod"`
 *   (package.json's dependencies, besides the packages it imports), `options='{…}'`, `settings='{…}'` (JSON), `context`
 *   (part of the project, reports nothing).
 * - Titled blocks of one section are the files of one project. A block without a title is a project of its own.
 * - A block marked `fixed` is what the block before it becomes: by its fixes, or else by the suggestions, the first of
 *   each report unless `suggestion="2"` picks another.
 */
export interface Block {
  readonly language: string;
  readonly code: string;
  /** Of the first line of code, in the page. */
  readonly line: number;
  readonly title: string | null;
  readonly deps: readonly string[];
  readonly options: Readonly<Record<string, unknown>> | null;
  readonly settings: Readonly<Record<string, unknown>> | null;
  readonly isContext: boolean;
  readonly fixed: Fixed | null;
}

export interface Fixed {
  readonly code: string;
  readonly line: number;
  /** Which suggestion of each report, from 0. */
  readonly suggestion: number;
}

/** Blocks that are written to one folder and linted together. */
export interface Project {
  readonly verdict: 'Incorrect' | 'Correct';
  /** The headings above it, for the test's name. */
  readonly name: string;
  readonly blocks: readonly Block[];
}

export interface Page {
  readonly projects: readonly Project[];
  /** Headings of the second level, with the text below them. */
  readonly sections: ReadonlyMap<string, string>;
}

const HEADING = /^(#{1,6})\s+(.*?)\s*$/;
const FENCE = /^(`{3,}|~{3,})\s*(.*)$/;
const ATTRIBUTE = /([a-z]+)(?:=(?:"([^"]*)"|'([^']*)'))?/gy;
const KNOWN = new Set(['title', 'deps', 'options', 'settings', 'context', 'fixed', 'suggestion']);

/** @throws {Error} naming the line, where the page doesn't keep to the convention. */
export function readPage(markdown: string): Page {
  const lines = markdown.split('\n');
  const sections = new Map<string, string>();
  const projects: { verdict: Project['verdict']; name: string; blocks: Block[]; isTitled: boolean }[] = [];
  let headings: { level: number; text: string }[] = [];
  let startsSection = true;

  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const heading = HEADING.exec(line);
    if (heading) {
      const level = heading[1]!.length;
      headings = [...headings.filter((above) => above.level < level), { level, text: heading[2]! }];
      startsSection = true;
    }
    const section = headings.find((above) => above.level === 2)?.text;
    if (section !== undefined) sections.set(section, `${sections.get(section) ?? ''}${line}\n`);

    const fence = FENCE.exec(line);
    if (!fence) continue;
    const close = lines.indexOf(fence[1]!, index + 1);
    if (close === -1) throw new Error(`line ${index + 1}: the code block has no end`);
    const code = lines.slice(index + 1, close).join('\n');
    if (section !== undefined) sections.set(section, `${sections.get(section)}${code}\n${lines[close]}\n`);
    const verdict = headings.findLast(({ text }) => /^(?:Incorrect|Correct)\b/.test(text))?.text;
    if (verdict !== undefined) {
      const attributes = readInfo(fence[2]!, index + 1);
      const last = projects.at(-1);
      if (attributes.has('fixed')) {
        const before = last?.blocks.at(-1);
        if (!before || startsSection) throw new Error(`line ${index + 1}: a fixed block without a block before it`);
        const suggestion = Number(attributes.get('suggestion') ?? 1) - 1;
        last!.blocks[last!.blocks.length - 1] = { ...before, fixed: { code, line: index + 2, suggestion } };
      } else {
        const block = blockOf(attributes, code, index + 2);
        const isTitled = block.title !== null;
        if (last && isTitled && last.isTitled && !startsSection) last.blocks.push(block);
        else {
          const kind = verdict.startsWith('Incorrect') ? 'Incorrect' : 'Correct';
          const name = headings.flatMap(({ level, text }) => (level > 1 ? text : [])).join(', ');
          projects.push({ verdict: kind, name, blocks: [block], isTitled });
        }
        startsSection = false;
      }
    }
    index = close;
  }
  return { projects, sections };
}

/** The attributes of a fence's info string; the language under `language`. */
function readInfo(info: string, line: number): ReadonlyMap<string, string> {
  const language = /^\S*/.exec(info)![0];
  const attributes = new Map([['language', language]]);
  const rest = info.slice(language.length).trim();
  ATTRIBUTE.lastIndex = 0;
  while (ATTRIBUTE.lastIndex < rest.length) {
    const match = ATTRIBUTE.exec(rest);
    if (!match || !KNOWN.has(match[1]!)) throw new Error(`line ${line}: cannot read "${rest}" in the fence`);
    attributes.set(match[1]!, match[2] ?? match[3] ?? '');
    while (rest[ATTRIBUTE.lastIndex] === ' ') ATTRIBUTE.lastIndex++;
  }
  return attributes;
}

function blockOf(attributes: ReadonlyMap<string, string>, code: string, line: number): Block {
  const json = (name: string): Readonly<Record<string, unknown>> | null => {
    const text = attributes.get(name);
    return text === undefined ? null : (JSON.parse(text) as Readonly<Record<string, unknown>>);
  };
  return {
    language: attributes.get('language')!,
    code,
    line,
    title: attributes.get('title') ?? null,
    deps: attributes.get('deps')?.split(/\s+/).filter(Boolean) ?? [],
    options: json('options'),
    settings: json('settings'),
    isContext: attributes.has('context'),
    fixed: null,
  };
}
