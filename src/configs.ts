import type { RuleDocs } from './rule/metadata.js';

interface KnownRule {
  readonly meta: { readonly docs: RuleDocs };
}
type Severity = 'error' | 'warn' | ['error' | 'warn', Readonly<Record<string, unknown>>];
type RuleEntries = Record<string, Severity>;

/** Whether a rule is in a preset, and how. Presets are predicates over the rules' own metadata. */
const PRESETS = {
  recommended: ({ level }: RuleDocs): Severity | null => (level === 'strict' ? null : level),
  strict: ({ level, strictOptions }: RuleDocs): Severity => {
    const severity = level === 'error' ? 'error' : 'warn';
    return strictOptions ? [severity, strictOptions] : severity;
  },
  all: ({ level }: RuleDocs): Severity => (level === 'error' ? 'error' : 'warn'),
} as const;

export type PresetName = keyof typeof PRESETS;
export const PRESET_NAMES = Object.keys(PRESETS) as PresetName[];

/** How a rule stands in a preset; null where it isn't in it. */
export const presetEntry = (preset: PresetName, docs: RuleDocs): Severity | null => PRESETS[preset](docs);

export interface LegacyConfig {
  plugins: ['backend'];
  rules: RuleEntries;
}
export interface FlatConfig<Plugin> {
  name: string;
  plugins: { backend: Plugin };
  rules: RuleEntries;
}
export type Configs<Plugin> = Record<PresetName, LegacyConfig> & Record<`flat/${PresetName}`, FlatConfig<Plugin>>;

/** The presets of `plugin` in the eslintrc form (`recommended`) and the flat form (`flat/recommended`). */
export function makeConfigs<Plugin extends { readonly rules: Readonly<Record<string, KnownRule>> }>(
  plugin: Plugin,
): Configs<Plugin> {
  const configs: Partial<Record<string, LegacyConfig | FlatConfig<Plugin>>> = {};
  for (const name of PRESET_NAMES) {
    const rules: RuleEntries = {};
    for (const [rule, { meta }] of Object.entries(plugin.rules)) {
      const severity = presetEntry(name, meta.docs);
      if (severity !== null) rules[`backend/${rule}`] = severity;
    }
    configs[name] = { plugins: ['backend'], rules };
    configs[`flat/${name}`] = { name: `backend/${name}`, plugins: { backend: plugin }, rules };
  }
  return configs as Configs<Plugin>;
}
