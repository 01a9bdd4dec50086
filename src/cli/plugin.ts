import type { ESLint } from 'eslint';
import type { Configs, PresetName } from '../configs.js';
import type { RuleDocs } from '../rule/metadata.js';

export interface CliRule {
  readonly meta: {
    readonly docs: RuleDocs;
    readonly fixable?: 'code' | 'whitespace' | undefined;
    readonly hasSuggestions?: boolean | undefined;
  };
  /** The languages besides JavaScript that it speaks in. */
  readonly schemas?: readonly string[];
}

/** What the command line needs of the plugin. */
export interface CliPlugin {
  readonly meta: { readonly name: string; readonly version: string };
  readonly rules: Readonly<Record<string, CliRule>>;
  readonly configs: Configs<unknown>;
}

export const PREFIX = 'backend/';

/** `no-sql-concat` for `backend/no-sql-concat` and for itself. */
export const bareName = (rule: string): string => (rule.startsWith(PREFIX) ? rule.slice(PREFIX.length) : rule);

/** The entries of a preset, by full rule name. */
export function presetRules(plugin: CliPlugin, preset: PresetName): Record<string, unknown> {
  return { ...plugin.configs[`flat/${preset}`].rules };
}

/** The plugin as ESLint wants it. */
export const asEslintPlugin = (plugin: CliPlugin): ESLint.Plugin => plugin as unknown as ESLint.Plugin;
