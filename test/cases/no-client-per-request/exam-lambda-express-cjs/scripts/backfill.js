// @complete: no-client-per-request
const { PrismaClient } = require('@prisma/client');

async function main() {
  // ok: no-client-per-request -- a script's main runs once
  const prisma = new PrismaClient();
  await prisma.user.updateMany({ where: { plan: null }, data: { plan: 'free' } });
  await prisma.$disconnect();
}
main();
