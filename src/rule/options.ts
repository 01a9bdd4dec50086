/** JSON schema of one option, its default, and what the page says of it: one declaration for all of them. */
export interface Option<T> {
  readonly schema: Readonly<Record<string, unknown>>;
  readonly default: T;
  readonly description: string;
  /** The value that the `strict` preset sets, where it differs from the default. */
  readonly strict?: T;
}

export type Options = Readonly<Record<string, Option<unknown>>>;

/** The values that a rule's code reads: every option present, defaults filled in. */
export type OptionValues<O extends Options> = { readonly [K in keyof O]: O[K] extends Option<infer T> ? T : never };

const make = <T>(schema: Record<string, unknown>, value: T, description: string, strict?: T): Option<T> => ({
  schema: { ...schema, description, default: value },
  default: value,
  description,
  ...(strict === undefined ? {} : { strict }),
});

/** Builders for the kinds of option that rules have. */
export const option = {
  boolean: (value: boolean, description: string, strict?: boolean) =>
    make<boolean>({ type: 'boolean' }, value, description, strict),
  integer: (value: number, minimum: number, description: string, strict?: number) =>
    make<number>({ type: 'integer', minimum }, value, description, strict),
  oneOf: <const T extends string>(values: readonly T[], value: T, description: string, strict?: T) =>
    make<T>({ enum: values }, value, description, strict),
  strings: (value: readonly string[], description: string, strict?: readonly string[]) =>
    make<readonly string[]>(
      { type: 'array', items: { type: 'string' }, uniqueItems: true },
      value,
      description,
      strict,
    ),
  text: (value: string, description: string, strict?: string) =>
    make<string>({ type: 'string' }, value, description, strict),
};

/** Tables that stay small in any service: lookups, roles, settings. */
export const smallTables = (description: string): Option<readonly string[]> =>
  option.strings(
    [
      ...['settings', 'setting', 'countries', 'country', 'currencies', 'currency', 'languages', 'language', 'locales'],
      ...['roles', 'role', 'permissions', 'permission', 'config', 'configs', 'configuration', 'webhooks', 'webhook'],
      ...['plans', 'plan', 'providers', 'provider'],
    ],
    description,
  );

/** The ESLint schema of a rule's single options object. */
export function schemaOf(options: Options): Record<string, unknown>[] {
  const names = Object.keys(options);
  if (names.length === 0) return [];
  return [
    {
      type: 'object',
      properties: Object.fromEntries(names.map((name) => [name, options[name]!.schema])),
      additionalProperties: false,
    },
  ];
}

/** The options object with every default in place. */
export function defaultsOf(options: Options): Record<string, unknown> {
  return Object.fromEntries(Object.entries(options).map(([name, declared]) => [name, declared.default]));
}

/** The options object that the `strict` preset passes, or null where it passes none. */
export function strictOf(options: Options): Record<string, unknown> | null {
  const stricter = Object.entries(options).filter(([, declared]) => declared.strict !== undefined);
  return stricter.length === 0 ? null : Object.fromEntries(stricter.map(([name, declared]) => [name, declared.strict]));
}
