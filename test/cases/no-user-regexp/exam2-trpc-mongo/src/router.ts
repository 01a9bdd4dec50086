// @complete: no-user-regexp
import { initTRPC } from '@trpc/server';
import escapeStringRegexp from 'escape-string-regexp';
import { escapeRegExp as lodashEscape } from 'lodash-es';
import mongoose, { Schema } from 'mongoose';
import RE2 from 're2';
import { z } from 'zod';
import { escapeRegExp, Filter, matcher, wordMatcher } from './match.js';

const t = initTRPC.create();
const Product = mongoose.model('Product', new Schema({ name: String, tags: [String] }));

const Search = z.object({
  q: z.string().min(1).max(100),
  prefix: z.string().max(20),
  pattern: z.string().max(100),
  slug: z.string().regex(/^[a-z0-9-]+$/),
  kind: z.enum(['book', 'film']),
  id: z.string().uuid(),
  page: z.number().int(),
});

export const appRouter = t.router({
  search: t.procedure.input(Search).query(async ({ input }) => {
    const { q, prefix, slug, kind, page, pattern } = input;
    // bad: no-user-regexp
    const direct = new RegExp(q, 'i');
    // bad: no-user-regexp
    const mixed = RegExp('^' + prefix);
    // bad: no-user-regexp -- $regex is compiled by the database
    const inDb = await Product.find({ name: { $regex: pattern, $options: 'i' } }).limit(20);
    // ok: no-user-regexp
    const escaped = await Product.find({ name: { $regex: escapeStringRegexp(q), $options: 'i' } }).limit(20);
    // ok: no-user-regexp -- letters, digits and dashes
    const bySlug = new RegExp(`^${slug}$`);
    // ok: no-user-regexp -- an enum
    const byKind = new RegExp(`kind-${kind}-${page}`);
    // ok: no-user-regexp -- RE2 has no backtracking
    const linear = new RE2(q, 'i');
    // ok: no-user-regexp
    const viaLodash = new RegExp(lodashEscape(q), 'gi');
    return { direct, mixed, inDb, escaped, bySlug, byKind, linear, viaLodash };
  }),

  replace: t.procedure.input(z.object({ text: z.string(), from: z.string(), to: z.string() })).mutation(({ input }) => {
    // bad: no-user-regexp
    const one = input.text.replace(new RegExp(input.from, 'g'), input.to);
    // ok: no-user-regexp -- a text, not a pattern
    const two = input.text.replaceAll(input.from, input.to);
    // bad: no-user-regexp -- match makes a pattern of a text
    const three = input.text.match(input.from);
    // bad: no-user-regexp -- so does search
    const four = input.text.search(input.from);
    // ok: no-user-regexp -- includes does not
    const five = input.text.includes(input.from);
    return { one, two, three, four, five };
  }),

  helpers: t.procedure.input(z.object({ pattern: z.string(), rows: z.array(z.string()) })).query(({ input: { pattern, rows } }) => {
    // bad-cross: no-user-regexp
    const a = rows.filter((row) => matcher(pattern).test(row));
    // ok-cross: no-user-regexp -- escaped inside
    const b = rows.filter((row) => wordMatcher(pattern).test(row));
    // ok-cross: no-user-regexp
    const c = matcher(escapeRegExp(pattern));
    // bad-cross: no-user-regexp
    const d = new Filter(pattern).apply(rows);
    const words = pattern.split(/\s+/).map(escapeRegExp).join('|');
    // ok-cross: no-user-regexp -- every word is escaped
    const e = new RegExp(words, 'g');
    const alternatives = pattern.split(',').join('|');
    // bad: no-user-regexp
    const f = new RegExp(`(${alternatives})`);
    return { a, b, c, d, e, f };
  }),
});
