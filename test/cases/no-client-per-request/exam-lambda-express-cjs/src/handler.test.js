// @complete: no-client-per-request
const { PrismaClient } = require('@prisma/client');

test('reads', async () => {
  // ok: no-client-per-request -- a test
  const prisma = new PrismaClient();
  expect(await prisma.user.count()).toBe(0);
});
