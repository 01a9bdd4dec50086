import {
  RuleTester,
  type InvalidTestCase,
  type SuggestionOutput,
  type TestCaseError,
} from '@typescript-eslint/rule-tester';
import { afterAll, describe, it } from 'vitest';

RuleTester.afterAll = afterAll;
RuleTester.describe = describe;
RuleTester.it = it;
RuleTester.itOnly = it.only;

/** ESLint's tester takes the words of a message and the number of suggestions as well; typescript-eslint's types don't say so. */
type Suggested = SuggestionOutput<string> | { readonly desc: string; readonly output: string };
type Expected = Omit<Partial<TestCaseError<string>>, 'suggestions'> & {
  readonly message?: string | RegExp;
  readonly suggestions?: readonly Suggested[] | number | null;
};
type Invalid = Omit<InvalidTestCase<string, readonly unknown[]>, 'errors'> & { readonly errors: readonly Expected[] };

/** The tester of every rule's own test: TypeScript's parser, JSX allowed, files seen as `src/…` of a project. */
export const ruleTester = new RuleTester({
  languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
}) as Omit<RuleTester, 'run'> & {
  run(
    name: string,
    rule: never,
    tests: { readonly valid: Parameters<RuleTester['run']>[2]['valid']; readonly invalid: readonly Invalid[] },
  ): void;
};
