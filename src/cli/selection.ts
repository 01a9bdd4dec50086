import type { CliOptions } from './options.js';
import { bareName, PREFIX, presetRules, type CliPlugin } from './plugin.js';
import { UsageError } from './errors.js';
import { hint } from './nearest.js';

/** Rule entries as ESLint's config takes them, by full name. */
export type RuleEntries = Record<string, unknown>;

const SEVERITIES = ['error', 'warn', 'off'] as const;

/** The rule of that name, with or without its prefix, as `{name, bare}`. */
export function requireRule(plugin: CliPlugin, given: string): string {
  const bare = bareName(given);
  if (Object.hasOwn(plugin.rules, bare)) return bare;
  throw new UsageError(
    `There is no rule "${given}".${hint(bare, Object.keys(plugin.rules))} See backend-lint --list-rules.`,
  );
}

/** What stands behind the colon of `--rule name:…`: a severity, an options object, or ESLint's array form. */
function readEntry(given: string, text: string, severity: 'error' | 'warn'): unknown {
  if ((SEVERITIES as readonly string[]).includes(text)) return text;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UsageError(
      `--rule ${given}: after the colon stands error, warn, off or JSON, not "${text}".${hint(text, SEVERITIES)}`,
    );
  }
  if (Array.isArray(value)) return value;
  if (typeof value === 'object' && value !== null) return [severity, value];
  throw new UsageError(`--rule ${given}: the JSON is an options object or ["error", {…}].`);
}

/**
 * The rules to run: the preset, or only those named by `--rule`. `NAME:off` alone takes a rule out of the preset.
 * @throws {UsageError} for a rule that does not exist or an entry that can't be read
 */
export function selectRules(plugin: CliPlugin, options: Pick<CliOptions, 'preset' | 'rules'>): RuleEntries {
  const preset = presetRules(plugin, options.preset);
  const everyRule = presetRules(plugin, 'all');
  const named: RuleEntries = {};
  const off = new Set<string>();
  for (const given of options.rules) {
    const colon = given.indexOf(':');
    const name = PREFIX + requireRule(plugin, colon === -1 ? given : given.slice(0, colon));
    const usual = preset[name] ?? everyRule[name] ?? 'error';
    const severity = (Array.isArray(usual) ? (usual as unknown[])[0] : usual) === 'warn' ? 'warn' : 'error';
    const entry = colon === -1 ? usual : readEntry(given, given.slice(colon + 1), severity);
    if (entry === 'off') off.add(name);
    else named[name] = entry;
  }
  const base = Object.keys(named).length > 0 ? named : preset;
  return Object.fromEntries(Object.entries(base).filter(([name]) => !off.has(name)));
}
