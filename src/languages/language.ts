import { SchemaSourceCode, type Root } from './source-code.js';

interface TextFile {
  readonly body: string | Uint8Array;
}
/**
 * What ESLint (9.7 and later) asks of a language: https://eslint.org/docs/latest/extend/languages. The source code is
 * typed loosely: ESLint 9 and 10 differ in it, and the languages have to fit both.
 */
export interface SchemaLanguage {
  readonly fileType: 'text';
  readonly lineStart: 1;
  readonly columnStart: 0;
  readonly nodeTypeKey: 'type';
  readonly visitorKeys: Record<string, string[]>;
  validateLanguageOptions(): void;
  parse(file: TextFile): { ok: true; ast: Root };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- see above
  createSourceCode(file: any, parsed: any): any;
}

const textOf = ({ body }: TextFile): string => (typeof body === 'string' ? body : new TextDecoder().decode(body));

/** A language whose reader never fails: what it can't read, it has nothing to say of. */
export function languageOf(read: (text: string) => Root): SchemaLanguage {
  return {
    fileType: 'text',
    lineStart: 1,
    columnStart: 0,
    nodeTypeKey: 'type',
    visitorKeys: {},
    validateLanguageOptions: () => undefined,
    parse: (file) => ({ ok: true, ast: read(textOf(file)) }),
    createSourceCode: (file: TextFile, { ast }: { ast: Root }) => new SchemaSourceCode({ text: textOf(file), ast }),
  };
}
