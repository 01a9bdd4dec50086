import { readPrisma } from '../prisma/index.js';
import { readScript } from '../sql/script.js';
import { languageOf, type SchemaLanguage } from './language.js';
import { readTsconfig } from './tsconfig.js';

/** Beyond this stand dumps of data, which no person wrote. */
const MAX_SIZE = 1_000_000;

/** The languages, by the name that a config uses: `language: 'backend-languages/prisma'`. */
export const languages: { prisma: SchemaLanguage; sql: SchemaLanguage; tsconfig: SchemaLanguage } = {
  prisma: languageOf(readPrisma),
  sql: languageOf((text) => {
    const script = readScript(text.length > MAX_SIZE ? '' : text);
    return text.length > MAX_SIZE ? { ...script, range: [0, text.length] } : script;
  }),
  tsconfig: languageOf(readTsconfig),
};

export type LanguageName = keyof typeof languages;

/** The files that each language is for. */
export const LANGUAGE_FILES: Readonly<Record<LanguageName, readonly string[]>> = {
  prisma: ['**/*.prisma'],
  sql: ['**/*.sql'],
  tsconfig: ['**/tsconfig.json', '**/tsconfig.*.json'],
};

/** The language of a file by its name; null for code and all else. */
export function findLanguage(file: string): LanguageName | null {
  if (file.endsWith('.prisma')) return 'prisma';
  if (file.endsWith('.sql')) return 'sql';
  return /(?:^|[\\/])tsconfig(?:\.[\w-]+)*\.json$/.test(file) ? 'tsconfig' : null;
}
