import { ConfigCommentParser, Directive, TextSourceCodeBase, VisitNodeStep } from '@eslint/plugin-kit';

type Range = readonly [start: number, end: number];
export interface Located {
  readonly type: string;
  readonly range: Range;
}
export interface Comment extends Located {
  /** What it says, without its marks. */
  readonly value: string;
}
export interface Root extends Located {
  readonly comments: readonly Comment[];
}

interface Options {
  LangOptions: Record<string, unknown>;
  RootNode: Root;
  SyntaxElementWithLoc: Located;
  ConfigNode: Comment;
}
type Loc = ReturnType<TextSourceCodeBase<Options>['getLoc']>;
interface Problem {
  readonly ruleId: null;
  readonly message: string;
  readonly loc: Loc;
}

const comments = new ConfigCommentParser();
const DISABLES = /^eslint-(disable|enable|disable-next-line|disable-line)$/;

/** The text of a file with its tree, as ESLint's core wants it of a language: places, what is visited, and comments that direct the linter. */
export class SchemaSourceCode extends TextSourceCodeBase<Options> {
  /** What ESLint merges is visited under its own keys; the rules here listen to the root alone. */
  readonly visitorKeys: Readonly<Record<string, readonly string[]>> = {};

  override getLoc({ range }: Located): Loc {
    if (range[0] === 0 && range[1] === this.text.length) {
      const lines = this.text.split(/\r?\n/);
      return { start: { line: 1, column: 0 }, end: { line: lines.length, column: lines.at(-1)!.length } };
    }
    return { start: this.getLocFromIndex(range[0]), end: this.getLocFromIndex(range[1]) };
  }

  override getRange({ range }: Located): [number, number] {
    return [range[0], range[1]];
  }

  override getParent(node: Located): Located | undefined {
    return node === this.ast ? undefined : this.ast;
  }

  override *traverse(): Iterable<VisitNodeStep> {
    for (const phase of [1, 2] as const) yield new VisitNodeStep({ target: this.ast, phase, args: [this.ast] });
  }

  getInlineConfigNodes(): Comment[] {
    // ESLint before 9.12 reads `loc` itself.
    return this.ast.comments
      .filter(({ value }) => /^\s*eslint(?:-|\s)/.test(value))
      .map((comment) => ({ ...comment, loc: this.getLoc(comment) }));
  }

  /** The comments that switch rules off and on. */
  getDisableDirectives(): { directives: Directive[]; problems: Problem[] } {
    const directives: Directive[] = [];
    const problems: Problem[] = [];
    for (const node of this.getInlineConfigNodes()) {
      const { label, value, justification } = comments.parseDirective(node.value) ?? {};
      const type = DISABLES.exec(label ?? '')?.[1] as Directive['type'] | undefined;
      if (!type) continue;
      const loc = this.getLoc(node);
      if (type === 'disable-line' && loc.start.line !== loc.end.line)
        problems.push({ ruleId: null, message: 'eslint-disable-line comment should not span multiple lines.', loc });
      else directives.push(new Directive({ type, node, value: value ?? '', justification: justification ?? '' }));
    }
    return { directives, problems };
  }

  /** `eslint backend/require-foreign-key-index: off` in a comment. */
  applyInlineConfig(): { configs: { config: { rules: object }; loc: Loc }[]; problems: Problem[] } {
    const configs: { config: { rules: object }; loc: Loc }[] = [];
    const problems: Problem[] = [];
    for (const node of this.getInlineConfigNodes()) {
      const { label, value } = comments.parseDirective(node.value) ?? {};
      if (label !== 'eslint') continue;
      const loc = this.getLoc(node);
      const parsed = comments.parseJSONLikeConfig(value ?? '');
      if (parsed.ok) configs.push({ config: { rules: parsed.config }, loc });
      else problems.push({ ruleId: null, message: parsed.error.message, loc });
    }
    return { configs, problems };
  }
}
