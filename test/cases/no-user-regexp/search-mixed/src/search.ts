// @complete: no-user-regexp
import { initTRPC } from '@trpc/server';
import escapeStringRegexp from 'escape-string-regexp';
import { z } from 'zod';
import { matching } from './match.js';

const t = initTRPC.create();
const NAMES = ['Ada', 'Grace'];

export const router = t.router({
  search: t.procedure.input(z.object({ q: z.string() })).query(({ input }) => {
    // bad: no-user-regexp
    const pattern = new RegExp(input.q, 'i');
    return NAMES.filter((name) => pattern.test(name));
  }),
  escaped: t.procedure.input(z.object({ q: z.string() })).query(({ input }) => {
    // ok: no-user-regexp -- escaped
    const pattern = new RegExp(escapeStringRegexp(input.q), 'i');
    return NAMES.filter((name) => pattern.test(name));
  }),
  cross: t.procedure.input(z.object({ q: z.string() })).query(({ input }) => {
    // bad-cross: no-user-regexp
    return matching(NAMES, input.q);
  }),
  letters: t.procedure.input(z.object({ q: z.string().regex(/^[a-z]+$/) })).query(({ input }) => {
    // ok: no-user-regexp -- letters only
    return NAMES.filter((name) => new RegExp(input.q).test(name));
  }),
});
