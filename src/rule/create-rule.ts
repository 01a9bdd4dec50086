import type { TSESLint } from '@typescript-eslint/utils';

import type { BackendFile } from '../model/file.js';
import { locOf } from '../model/place.js';
import { docsUrl } from '../package-info.js';
import { findLintedFile } from '../project/linted.js';
import { mentions } from '../project/mentions.js';
import { SettingsError } from '../project/settings.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { dispatch, type FactListeners } from './facts.js';
import type { Area, Level, RuleDocs } from './metadata.js';
import { defaultsOf, schemaOf, strictOf, type Options, type OptionValues } from './options.js';
import { schemaListeners, type SchemaRules } from './schema-rule.js';

/** An edit of the linted file. */
export type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix | readonly TSESLint.RuleFix[] | null;

export interface Suggestion<Message extends string> {
  readonly message: Message;
  readonly data?: Readonly<Record<string, string>>;
  readonly fix: Fix;
}

/** One finding: where, what, and what may be done about it. */
export interface Finding<Message extends string> {
  readonly node: Node;
  /** A smaller place than the whole node. */
  readonly loc?: TSESTree.SourceLocation;
  readonly message: Message;
  readonly data?: Readonly<Record<string, string>>;
  readonly fix?: Fix | null;
  readonly suggest?: readonly (Suggestion<Message> | null)[];
}

export interface RuleContext<Message extends string, O extends Options> {
  readonly file: BackendFile;
  readonly options: OptionValues<O>;
  readonly sourceCode: Readonly<TSESLint.SourceCode>;
  readonly report: (finding: Finding<Message>) => void;
}

interface RuleDefinition<Message extends string, O extends Options> {
  readonly name: string;
  readonly area: Area;
  readonly level: Level;
  /** What the rule asks for, as a clause: "require a bound on every list read". */
  readonly description: string;
  readonly cwe?: readonly number[];
  readonly fixable?: boolean;
  readonly suggests?: boolean;
  readonly messages: Readonly<Record<Message, string>>;
  readonly options?: O;
  /** A quick look at the text that tells whether the file can concern the rule at all. */
  readonly mentions?: RegExp;
  create(context: RuleContext<Message, O>): FactListeners;
  /** What it says of schemas, migrations in SQL and the like. */
  readonly schemas?: SchemaRules<Message, OptionValues<O>>;
}

/**
 * An ESLint rule of this plugin. `create` is typed loosely: ESLint's own types and typescript-eslint's differ in it, and
 * the plugin has to fit both.
 */
export type BackendRule = Omit<TSESLint.RuleModule<string, unknown[], RuleDocs>, 'create'> & {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- see above
  create(context: any): Record<string, ((node: any) => void) | undefined>;
  readonly meta: { readonly docs: RuleDocs };
  readonly name: string;
  /** A file whose text this does not match can't concern the rule. */
  readonly mentions: RegExp | null;
  /** The languages besides JavaScript that it speaks in. */
  readonly schemas: readonly string[];
};

const INTERNAL = 'internalError';
const SETTINGS = 'settingsError';

/**
 * Makes an ESLint rule of a definition in the model's words. Rules listen to facts (`Query`, `Route`, …) and are told
 * each one of the linted file. A fault in the analysis becomes a message with the file's name, never a crash of the run.
 */
export function createRule<Message extends string, const O extends Options = Record<string, never>>(
  definition: RuleDefinition<Message, O>,
): BackendRule {
  const options = definition.options ?? ({} as O);
  const defaults = defaultsOf(options);
  return {
    name: definition.name,
    mentions: definition.mentions ?? null,
    schemas: Object.keys(definition.schemas ?? {}),
    meta: {
      type: definition.level === 'strict' ? 'suggestion' : 'problem',
      docs: {
        description: definition.description,
        url: docsUrl(definition.name),
        area: definition.area,
        level: definition.level,
        recommended: definition.level !== 'strict',
        cwe: definition.cwe ?? [],
        strictOptions: strictOf(options),
      },
      ...(definition.fixable ? { fixable: 'code' as const } : {}),
      ...(definition.suggests ? { hasSuggestions: true } : {}),
      schema: schemaOf(options) as never,
      defaultOptions: Object.keys(options).length > 0 ? [defaults] : [],
      messages: {
        ...definition.messages,
        [SETTINGS]: '{{fault}}. The rules of eslint-plugin-backend need it mended before they can look at {{file}}.',
        [INTERNAL]:
          'eslint-plugin-backend could not analyse {{file}} ({{fault}}). Please report this; set BACKEND_LINT_DEBUG=1 for the stack.',
      },
    },
    create(context: Readonly<TSESLint.RuleContext<string, unknown[]>>) {
      const sourceCode = context.sourceCode;
      const values = { ...defaults, ...(context.options[0] as object | undefined) } as OptionValues<O>;
      if ((sourceCode.ast as { readonly type: string }).type !== 'Program')
        return schemaListeners(definition.schemas ?? {}, context, values, (fault) => reportFault(context, fault));
      if (definition.mentions && !mentions(sourceCode.ast, sourceCode.text, definition.mentions)) return {};
      return {
        Program() {
          try {
            const file = findLintedFile(context);
            if (!file) return;
            const listeners = definition.create({
              file,
              options: values,
              sourceCode,
              report: (finding) => context.report(descriptorOf(finding)),
            });
            dispatch(file, listeners);
          } catch (fault) {
            reportFault(context, fault);
          }
        },
      };
    },
  };
}

/** A fault of the settings, or of our own, is told at the file's first line. */
function reportFault(context: Readonly<TSESLint.RuleContext<string, unknown[]>>, fault: unknown): void {
  const isSettings = fault instanceof SettingsError;
  if (!isSettings && process.env['BACKEND_LINT_DEBUG']) throw fault;
  context.report({
    loc: { line: 1, column: 0 },
    messageId: isSettings ? SETTINGS : INTERNAL,
    data: { file: context.filename, fault: fault instanceof Error ? fault.message : String(fault) },
  });
}

function descriptorOf<Message extends string>(finding: Finding<Message>): TSESLint.ReportDescriptor<string> {
  const suggest = finding.suggest?.filter((each) => each !== null) ?? [];
  return {
    node: finding.node,
    loc: finding.loc ?? locOf(finding.node),
    messageId: finding.message,
    data: finding.data ?? {},
    ...(finding.fix ? { fix: finding.fix } : {}),
    ...(suggest.length > 0
      ? { suggest: suggest.map(({ message, data, fix }) => ({ messageId: message, data: data ?? {}, fix })) }
      : {}),
  };
}
