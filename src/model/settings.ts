import type { Library } from './library.js';

/** What a user may say in `settings.backend`; the JSON schema is made of this. */
export interface BackendSettings {
  /** Modules that stand for a library's client: `{ "@/lib/db": "prisma" }`. */
  readonly modules?: Readonly<Record<string, string>>;
  /** Libraries of one's own, in the form of this plugin's own rows. */
  readonly libraries?: readonly UserLibrary[];
  /** What `projectDigest` gives: makes ESLint's `--cache` right where another file changed. The rules don't read it. */
  readonly digest?: string;
}

/** A library described in a configuration file, where no patterns can stand. */
export type UserLibrary = Omit<Library, 'generated' | 'files'>;
