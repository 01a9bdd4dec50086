import type { ESLint, Linter } from 'eslint';
import { oneLine, UsageError, type Fault } from './errors.js';
import { getTypescriptParser } from '../project/typescript-parser.js';
import { LANGUAGE_FILES, languages, type LanguageName } from '../languages/languages.js';
import { asEslintPlugin, PREFIX, type CliPlugin } from './plugin.js';
import type { Message } from './results.js';
import type { RuleEntries } from './selection.js';

/** Which rules run over the code, and from where. */
export type Ruleset =
  | { readonly kind: 'embedded'; readonly plugin: CliPlugin; readonly rules: RuleEntries }
  /** A flat config of the user's, given by `--config`: absolute path. */
  | { readonly kind: 'config'; readonly file: string };

/** What linting a text gives; null where a `--config` leaves the file out. */
export interface Linted {
  readonly messages: Message[];
  readonly suppressed: ESLint.LintResult['suppressedMessages'];
  /** The text after all fixes; the text itself where there were none. */
  readonly output: string;
  readonly faults: readonly Fault[];
}

const SOURCES = '**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}';

async function loadEslint(): Promise<typeof ESLint> {
  let eslint: { readonly loadESLint: unknown };
  try {
    eslint = await import('eslint');
  } catch {
    throw new UsageError('backend-lint needs ESLint beside it: npm install --save-dev eslint');
  }
  // ESLint 10 knows flat configs only and takes no option; its types say so.
  const load = eslint.loadESLint as (options: { useFlatConfig: true }) => Promise<typeof ESLint>;
  return load({ useFlatConfig: true });
}

/** The config for any backend: our parser and rules, and nothing of the project's. */
function embeddedConfig(plugin: CliPlugin, rules: RuleEntries): Linter.Config[] {
  const parser = getTypescriptParser() as unknown as Linter.Parser;
  return [
    // What to leave out is settled before ESLint sees a path.
    { ignores: ['!**/node_modules/', '!.git/'] },
    {
      files: [SOURCES],
      languageOptions: {
        parser,
        parserOptions: { ecmaFeatures: { jsx: true }, warnOnUnsupportedTypeScriptVersion: false },
      },
      linterOptions: { reportUnusedDisableDirectives: false },
      plugins: { backend: asEslintPlugin(plugin) },
      rules: rules as Linter.RulesRecord,
    },
  ];
}

/** The configs for schemas and the like, in the languages in which any of the rules speaks. */
function languageConfigs(plugin: CliPlugin, rules: RuleEntries): Linter.Config[] {
  return (Object.keys(languages) as LanguageName[]).flatMap((name): Linter.Config[] => {
    const speaking = Object.entries(rules).filter(([rule]) =>
      plugin.rules[rule.slice(PREFIX.length)]?.schemas?.includes(name),
    );
    if (speaking.length === 0) return [];
    return [
      {
        files: [...LANGUAGE_FILES[name]],
        plugins: { backend: asEslintPlugin(plugin), 'backend-languages': { languages } as unknown as ESLint.Plugin },
        language: `backend-languages/${name}`,
        linterOptions: { reportUnusedDisableDirectives: false },
        rules: Object.fromEntries(speaking) as Linter.RulesRecord,
      },
    ];
  });
}

/** Languages other than JavaScript came with ESLint 9.7. */
function knowsLanguages({ version }: typeof ESLint): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 9 || (major === 9 && minor >= 7);
}

const isOurs = ({ ruleId }: Message): boolean => ruleId?.startsWith(PREFIX) === true;

/** The rule that ESLint names when one throws, or null. */
function findCrashedRule(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const match = /\nRule: "([^"]+)"/.exec(error.message) ?? /^Error while loading rule '([^']+)'/.exec(error.message);
  return match?.[1] ?? null;
}

/** Lints texts one by one, in this process. A rule that throws is reported, and the file linted without it. */
export class CodeLinter {
  readonly #engines = new Map<string, Promise<ESLint>>();

  /** @param base absolute path of a folder that holds every file to lint */
  constructor(
    readonly ruleset: Ruleset,
    readonly base: string,
  ) {}

  /**
   * Loads what linting needs, and reads the config once.
   * @throws {UsageError} when the config or a rule's options can't be used
   */
  async prepare(file: string): Promise<void> {
    try {
      const engine = await this.#engine(false, []);
      await engine.calculateConfigForFile(file);
    } catch (error) {
      if (error instanceof UsageError) throw error;
      const cause =
        this.ruleset.kind === 'config' ? `Can't use the config ${this.ruleset.file}` : "Can't use these rules";
      throw new UsageError(`${cause}: ${oneLine(error)}`);
    }
  }

  /** ESLint's own formatter of that name. */
  async formatter(name: 'stylish' | 'json'): Promise<ESLint.LoadedFormatter> {
    return (await this.#engine(false, [])).loadFormatter(name);
  }

  /** The metadata of every rule in the results. */
  async rulesMeta(results: ESLint.LintResult[]): Promise<ESLint.LintResultData['rulesMeta']> {
    if (this.ruleset.kind === 'config') return (await this.#engine(false, [])).getRulesMetaForResults(results);
    return Object.fromEntries(
      Object.entries(this.ruleset.plugin.rules).map(([name, { meta }]) => [PREFIX + name, meta as object]),
    );
  }

  async lint(text: string, filePath: string, withFixes: boolean): Promise<Linted | null> {
    const faults: Fault[] = [];
    const crashed: string[] = [];
    for (;;) {
      const engine = await this.#engine(withFixes, crashed);
      try {
        const [result] = await engine.lintText(text, { filePath, warnIgnored: false });
        if (!result) return null;
        return {
          messages: result.messages.filter((message) => this.#concerns(message)),
          suppressed: result.suppressedMessages.filter((message) => this.#concerns(message)),
          output: result.output ?? text,
          faults,
        };
      } catch (error) {
        const rule = findCrashedRule(error);
        const [message] = String(error instanceof Error ? error.message : error).split('\n');
        faults.push({ file: filePath, rule, message: message! });
        if (rule === null || crashed.includes(rule)) return { messages: [], suppressed: [], output: text, faults };
        crashed.push(rule);
      }
    }
  }

  /** Comments for other plugins' rules make ESLint say that it has no such rule; only our own findings are asked for. */
  #concerns(message: Message): boolean {
    if (this.ruleset.kind === 'config' || isOurs(message)) return true;
    // A comment for the project's own, older ESLint is no fault of its code.
    return message.fatal === true && !message.message.includes('eslint-env');
  }

  #engine(withFixes: boolean, without: readonly string[]): Promise<ESLint> {
    const key = [withFixes ? 'fix' : 'check', ...without].join(' ');
    const known = this.#engines.get(key);
    if (known) return known;
    const made = this.#makeEngine(withFixes, without);
    this.#engines.set(key, made);
    return made;
  }

  async #makeEngine(withFixes: boolean, without: readonly string[]): Promise<ESLint> {
    const Engine = await loadEslint();
    const off = { rules: Object.fromEntries(without.map((rule) => [rule, 'off' as const])) };
    const { ruleset, base: cwd } = this;
    if (ruleset.kind === 'config') {
      return new Engine({ cwd, overrideConfigFile: ruleset.file, overrideConfig: [off], fix: withFixes });
    }
    const { plugin, rules } = ruleset;
    const schemas = knowsLanguages(Engine) ? languageConfigs(plugin, rules) : [];
    const overrideConfig = [...embeddedConfig(plugin, rules), ...schemas, off];
    return new Engine({ cwd, overrideConfigFile: true, overrideConfig, fix: withFixes ? isOurs : false });
  }
}
