/**
 * How a fact is known, strongest first. `recommended` reports on no bare `name`.
 * - `import`: followed to an import of the library
 * - `annotation`: a type annotation names the library's type
 * - `types`: the type checker says so
 * - `setting`: the user said so in `settings.backend`
 * - `convention`: a framework's file or naming convention
 * - `name`: only the name suggests it
 */
export type Proof = 'import' | 'annotation' | 'types' | 'setting' | 'convention' | 'name';
