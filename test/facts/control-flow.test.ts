import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import {
  allEscapes,
  alwaysPasses,
  controlFlowOf,
  endsAlways,
  findAfter,
  findPathWithout,
  type ControlFlow,
} from '../../src/facts/control-flow.js';
import { fileOf, type BackendFile } from '../../src/model/file.js';
import { findLintedFile } from '../../src/project/linted.js';
import type { Node, TSESTree } from '../../src/syntax/ast.js';
import { calleeName } from '../../src/syntax/nodes.js';

/** The graph of the function whose body is `code`, with its calls by name. */
function flowOf(code: string): {
  flow: ControlFlow;
  file: BackendFile;
  call: (name: string) => TSESTree.CallExpression;
} {
  let file: BackendFile | null = null;
  const rule = { create: (context: unknown) => ({ Program: () => void (file = findLintedFile(context as never)) }) };
  new Linter().verify(
    `async function run(x, y, list) {\n${code}\n}`,
    {
      files: ['**/*.ts'],
      plugins: { test: { rules: { rule: rule as never } } },
      rules: { 'test/rule': 'error' },
      languageOptions: { parser: parser as Linter.Parser },
    },
    { filename: 'src/run.ts' },
  );
  const found = file as unknown as BackendFile;
  return {
    flow: controlFlowOf(found.index.functions[0]!),
    file: found,
    call: (name) => found.index.calls.get(name)![0]!,
  };
}

const isCall =
  (name: string) =>
  (node: Node): boolean =>
    node.type === 'CallExpression' && calleeName(node) === name;
const textOf = (node: Node | null): string => (node ? fileOf(node).text.slice(...node.range) : 'nothing');

describe('what may run after a node', () => {
  const after = (code: string): string => {
    const { flow, call } = flowOf(code);
    return textOf(findAfter(flow, call('a'), isCall('b')));
  };

  it.each([
    ['the next statement', 'a(); b();'],
    ['behind a branch that does not end', 'if (x) { a(); } b();'],
    ['in the next turn of a loop', 'for (const each of list) { b(); a(); }'],
    ['in a finally, after a return', 'try { return a(); } finally { b(); }'],
    ['the other arm of the same call', 'a() ? b() : y();'],
    ['a case that is fallen into', 'switch (x) { case 1: a(); case 2: b(); }'],
    ['behind a labelled break', 'out: { if (x) { a(); break out; } return; } b();'],
    ['a flag that was not set', 'let done = false; if (x) { a(); } if (!done) b();'],
    ['a test whose name was written since', 'if (x) { a(); } x = y; if (!x) b();'],
  ])('%s', (_, code) => expect(after(code)).toBe('b()'));

  it.each([
    ['behind a return', 'if (x) { a(); return; } b();'],
    ['behind a throw', 'if (x) { a(); throw y; } b();'],
    ['in the other branch', 'if (x) a(); else b();'],
    ['behind the opposite test', 'if (x) a(); if (!x) b();'],
    ['behind the test of another constant', "if (x === 'a') a(); if (x === 'b') b();"],
    ['behind a test that needs the first to fail', "if (x !== 'a') a(); else y(); if (x === 'a') b();"],
    ['behind a flag that was set', 'let done = false; if (x) { a(); done = true; } if (!done) b();'],
    ['behind continue', 'for (const each of list) { if (each) { a(); break; } b(); }'],
    ['behind a loop without end', 'while (true) { a(); } b();'],
    ['behind both branches that end', 'a(); if (x) return; else throw y; b();'],
    ['a function written there, which runs at another time', 'a(); list.forEach(() => b());'],
    ['a catch, as errors are not followed', 'try { a(); y(); } catch { b(); }'],
    ['the right of &&, behind the test', 'if (!x) { a(); } x && b();'],
  ])('not %s', (_, code) => expect(after(code)).toBe('nothing'));
});

describe('a way to the end without passing a node', () => {
  const ending = (code: string, throws = true): string => {
    const { flow, call } = flowOf(code);
    const found = findPathWithout(flow, call('open'), isCall('close'), throws ? {} : { throws: () => false });
    return found ? `${found.how} ${textOf(found.last)}` : 'none';
  };

  it('none, with a finally', () =>
    expect(ending('const c = await open(); try { await y(c); if (x) return; } finally { c.close(); }')).toBe('none'));
  it('the error of a call in between', () =>
    expect(ending('const c = await open(); y(c); c.close();')).toBe('throw y(c)'));
  it('none in between, where errors do not count', () =>
    expect(ending('const c = await open(); y(c); c.close();', false)).toBe('none'));
  it('an early return', () =>
    expect(ending('const c = await open(); if (!x) return null; c.close();', false)).toBe('return return null;'));
  it('none, where catch and the straight way both pass it', () =>
    expect(ending('const c = await open(); try { y(c); c.close(); } catch { c.close(); }')).toBe('none'));
  it('the error in the catch itself', () =>
    expect(ending('const c = await open(); try { y(c); } catch (e) { log(e); } finally { c.close(); }')).toBe('none'));
  it('none for the error of the opening itself', () =>
    expect(ending('const c = await open(); c.close();')).toBe('none'));
});

describe('whether every way passes a node', () => {
  const always = (code: string): boolean => alwaysPasses(flowOf(code).flow, isCall('a'));

  it.each([
    ['in both branches', 'if (x) a(); else { a(); }', true],
    ['behind a guard that throws', 'if (x) throw y; a();', true],
    ['in one branch only', 'if (x) a();', false],
    ['behind an early return', 'if (x) return; a();', false],
    ['in a loop that may not turn', 'for (const each of list) a();', false],
    ['in a do-while', 'do { a(); } while (x);', true],
    ['in every case and the default', 'switch (x) { case 1: a(); break; default: a(); }', true],
    ['in an optional call', 'a?.();', false],
  ])('%s: %s is %s', (_, code, answer) => expect(always(code)).toBe(answer));
});

describe('which errors leave', () => {
  it('those outside of try, those in a catch, and those of a try with only a finally', () => {
    const { flow } = flowOf('one(); try { two(); } catch { three(); } try { four(); } finally { }');
    expect(allEscapes(flow).map(textOf)).toEqual(expect.arrayContaining(['one()', 'three()', 'four()']));
    expect(allEscapes(flow).map(textOf)).not.toContain('two()');
  });
});

describe('whether a statement always ends', () => {
  const ends = (code: string): boolean => {
    const body = flowOf(code).file.index.functions[0]!.body as TSESTree.BlockStatement;
    return endsAlways(body.body[0]!);
  };

  it.each([
    ['if (x) return; else throw y;', true],
    ['{ a(); return; }', true],
    ['for (;;) { if (x) return; }', true],
    ['try { return a(); } catch { y(); }', false],
    ['try { a(); } finally { return; }', true],
    ['if (x) return;', false],
    ['switch (x) { case 1: return; default: throw y; }', true],
    ['switch (x) { case 1: return; }', false],
    ['while (x) { return; }', false],
  ])('%s %s', (code, answer) => expect(ends(code)).toBe(answer));
});
