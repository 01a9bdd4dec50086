// @complete: no-client-per-request
import { PrismaClient } from '@prisma/client';

async function main() {
  // ok: no-client-per-request -- a seed
  const prisma = new PrismaClient();
  await prisma.user.create({ data: { email: 'a@example.org' } });
}
void main();
