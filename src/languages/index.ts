import { presetEntry, PRESET_NAMES, type PresetName } from '../configs.js';
import plugin from '../index.js';
import { NAME, VERSION } from '../package-info.js';
import { LANGUAGE_FILES, languages, type LanguageName } from './languages.js';

interface LanguagePlugin {
  meta: { name: string; version: string; namespace: 'backend-languages' };
  languages: typeof languages;
}
interface LanguageConfig {
  name: string;
  files: string[];
  plugins: { backend: typeof plugin; 'backend-languages': LanguagePlugin };
  language: `backend-languages/${LanguageName}`;
  rules: Record<string, ReturnType<typeof presetEntry> & {}>;
}

const own: LanguagePlugin = {
  meta: { name: `${NAME}/languages`, version: VERSION, namespace: 'backend-languages' },
  languages,
};

/** One config for each language in which rules of the preset speak. */
function configsOf(preset: PresetName): LanguageConfig[] {
  return (Object.keys(languages) as LanguageName[]).flatMap((name): LanguageConfig[] => {
    const rules = Object.fromEntries(
      Object.entries(plugin.rules).flatMap(([rule, { meta, schemas }]) => {
        const entry = schemas.includes(name) ? presetEntry(preset, meta.docs) : null;
        return entry === null ? [] : [[`backend/${rule}`, entry] as const];
      }),
    );
    if (Object.keys(rules).length === 0) return [];
    return [
      {
        name: `backend/languages/${preset}/${name}`,
        files: [...LANGUAGE_FILES[name]],
        plugins: { backend: plugin, 'backend-languages': own },
        language: `backend-languages/${name}`,
        rules,
      },
    ];
  });
}

/** `eslint-plugin-backend/languages`: schema.prisma, migrations in SQL and tsconfig.json for ESLint 9.7 and later. */
const exported: LanguagePlugin & { configs: Record<PresetName, LanguageConfig[]> } = {
  ...own,
  configs: Object.fromEntries(PRESET_NAMES.map((preset) => [preset, configsOf(preset)])) as Record<
    PresetName,
    LanguageConfig[]
  >,
};

export = exported;
