import { basename } from 'node:path';

import { isFrontendOnly } from '../../project/infrastructure.js';
import { inheritedOptions } from '../../project/tsconfig.js';
import { readWritten, type WrittenConfig } from '../../project/tsconfig-text.js';
import { createRule } from '../../rule/create-rule.js';
import type { TextEdit } from '../../rule/schema-rule.js';

/** https://www.typescriptlang.org/tsconfig/#strict */
const PARTS = [
  'alwaysStrict',
  'noImplicitAny',
  'noImplicitThis',
  'strictBindCallApply',
  'strictBuiltinIteratorReturn',
  'strictFunctionTypes',
  'strictNullChecks',
  'strictPropertyInitialization',
  'useUnknownInCatchVariables',
];

const CONFIG = /^tsconfig(?:\.[\w-]+)*\.json$/;
/** Configs of what never serves a request. */
const BESIDE =
  /\.(?:tests?|spec|e2e|jest|vitest|cypress|eslint|lint|docs?|storybook|typedoc|node|seed|scripts?)\.json$/;

export const rule = createRule({
  name: 'require-strict-tsconfig',
  area: 'architecture',
  level: 'strict',
  description: 'require the strict options of the TypeScript compiler for server code',
  suggests: true,
  messages: {
    off: '`strict` is off: null, undefined and any pass unchecked from the request to the database, and fail at run time instead of in the build. Switch it on, and mend what the compiler then shows.',
    absent:
      '`strict` is not set, and off by default: null, undefined and any pass unchecked from the request to the database, and fail at run time instead of in the build. Switch it on.',
    part: '`{{option}}` takes a part out of `strict`: what it would find fails at run time instead of in the build. Leave it to `strict`, and mend what the compiler then shows.',
    unchecked:
      '`noUncheckedIndexedAccess` is not on: `rows[0]` and `headers[name]` count as present, and the first empty result is a TypeError in production. Switch it on.',
    enable: 'Switch on `{{option}}`.',
  },
  create: () => ({}),
  schemas: {
    tsconfig({ file, report }) {
      const { path, text, project } = file;
      if (!CONFIG.test(basename(path)) || BESIDE.test(path) || !/^(?:source|config)$/.test(file.kind)) return;
      const written = readWritten(text);
      const dependencies = project.dependenciesOf(path);
      if (!written || isSolution(written) || (dependencies && isFrontendOnly(dependencies))) return;

      const { options } = written;
      const inherited = inheritedOptions(path, written.values);
      const valueOf = (name: string): unknown => options[name] ?? inherited.options[name];
      // What a config of the project's own leaves out is told there, once for all that extend it.
      const isTold = inherited.isShared || !inherited.isComplete;
      const isStrictByDefault = (project.findPackage(path)?.version('typescript')?.major ?? 0) >= 6;

      if (options['strict'] === false) tell('off', 'strict');
      else if (valueOf('strict') === undefined && !isTold && !isStrictByDefault) tell('absent', 'strict');
      const isStrict = Boolean(valueOf('strict') ?? isStrictByDefault);
      for (const part of PARTS)
        if (options[part] === false && isStrict && !(part === 'strictPropertyInitialization' && isFilledFromOutside()))
          tell('part', part);
      const unchecked = 'noUncheckedIndexedAccess';
      if (options[unchecked] === false || (valueOf(unchecked) === undefined && !isTold)) tell('unchecked', unchecked);

      /** Entities and DTOs are filled by their framework, which decorators tell. */
      function isFilledFromOutside(): boolean {
        return valueOf('experimentalDecorators') === true;
      }

      function tell(message: 'off' | 'absent' | 'part' | 'unchecked', option: string): void {
        const edit = switchOn(option, written!, text);
        report({
          range: written!.rangeOf(option) ?? written!.head,
          message,
          data: { option },
          suggest: edit ? [{ message: 'enable', data: { option }, edit }] : [],
        });
      }
    },
  },
});

/** A config that only refers to others. */
const isSolution = ({ values }: WrittenConfig): boolean =>
  Array.isArray(values['references']) &&
  (values['compilerOptions'] === undefined || (Array.isArray(values['files']) && values['files'].length === 0));

function switchOn(option: string, written: WrittenConfig, text: string): TextEdit | null {
  const value = written.valueRangeOf(option);
  if (value) return { range: value, text: 'true' };
  if (written.start === null) return null;
  // As the first option stands: on a line of its own, or behind the brace.
  const lead = /^\s*/.exec(text.slice(written.start))![0];
  const isEmpty = text[written.start + lead.length] === '}';
  return {
    range: [written.start, written.start],
    text: `${lead.includes('\n') && isEmpty ? `${lead}  ` : lead}"${option}": true${isEmpty ? '' : ','}`,
  };
}
