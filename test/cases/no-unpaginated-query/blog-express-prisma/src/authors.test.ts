// @complete: no-unpaginated-query -- a test
import { expect, it } from 'vitest';
import { prisma } from './prisma.js';

it('keeps all authors', async () => {
  expect(await prisma.author.findMany()).toHaveLength(3);
});
