import type { TSESLint } from '@typescript-eslint/utils';

import type { SchemaFile } from '../model/schema-file.js';
import type { PrismaSchema } from '../prisma/index.js';
import { findSchemaFile } from '../project/schema-file.js';
import type { SqlScript } from '../sql/script.js';

/** What an edit puts into the place of what stands in its range. */
export interface TextEdit {
  readonly range: readonly [start: number, end: number];
  readonly text: string;
}

/** One finding in a file that is no code. */
export interface SchemaFinding<Message extends string> {
  readonly range: readonly [start: number, end: number];
  readonly message: Message;
  readonly data?: Readonly<Record<string, string>>;
  readonly suggest?: readonly {
    readonly message: Message;
    readonly data?: Readonly<Record<string, string>>;
    readonly edit: TextEdit;
  }[];
}

export interface SchemaRuleContext<Message extends string, Values, Tree> {
  readonly file: SchemaFile<Tree>;
  readonly options: Values;
  readonly report: (finding: SchemaFinding<Message>) => void;
}

/** What a rule says of files that are no code, by their language: `eslint-plugin-backend/languages`. */
export interface SchemaRules<Message extends string, Values> {
  readonly prisma?: (context: SchemaRuleContext<Message, Values, PrismaSchema>) => void;
  readonly sql?: (context: SchemaRuleContext<Message, Values, SqlScript>) => void;
  readonly tsconfig?: (context: SchemaRuleContext<Message, Values, unknown>) => void;
}

/** Which part of a rule looks at a tree, by the type of its root. @eslint/json's documents are read like our own. */
const ROOTS: Readonly<Record<string, keyof SchemaRules<string, unknown>>> = {
  PrismaSchema: 'prisma',
  SqlScript: 'sql',
  TsconfigDocument: 'tsconfig',
  Document: 'tsconfig',
};

type Context = Readonly<TSESLint.RuleContext<string, unknown[]>>;

/**
 * The listeners of a rule for a file that is no JavaScript: none where the rule has nothing to say there, for presets
 * without `files` reach these files too.
 */
export function schemaListeners<Message extends string, Values>(
  rules: SchemaRules<Message, Values>,
  context: Context,
  options: Values,
  onFault: (fault: unknown) => void,
): Record<string, () => void> {
  const { sourceCode } = context;
  const root = (sourceCode.ast as { readonly type: string }).type;
  const look = ROOTS[root] && rules[ROOTS[root]];
  if (!look) return {};
  return {
    [root]: () => {
      try {
        look({
          file: findSchemaFile(context) as SchemaFile<never>,
          options,
          report: (finding) => context.report(descriptorOf(finding, sourceCode)),
        });
      } catch (fault) {
        onFault(fault);
      }
    },
  };
}

function descriptorOf<Message extends string>(
  { range, message, data, suggest }: SchemaFinding<Message>,
  sourceCode: Context['sourceCode'],
): TSESLint.ReportDescriptor<string> {
  return {
    loc: { start: sourceCode.getLocFromIndex(range[0]), end: sourceCode.getLocFromIndex(range[1]) },
    messageId: message,
    data: data ?? {},
    ...(suggest
      ? {
          suggest: suggest.map((each) => ({
            messageId: each.message,
            data: each.data ?? {},
            fix: (fixer: TSESLint.RuleFixer) =>
              fixer.replaceTextRange([each.edit.range[0], each.edit.range[1]], each.edit.text),
          })),
        }
      : {}),
  };
}
