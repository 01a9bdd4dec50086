// @complete: no-unbounded-write
import { beforeEach } from 'vitest';
import { prisma } from '../src/db.js';

beforeEach(async () => {
  // ok: no-unbounded-write
  await prisma.invitation.deleteMany({});
});
