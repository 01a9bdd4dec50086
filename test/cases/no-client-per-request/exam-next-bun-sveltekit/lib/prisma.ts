// @complete: no-client-per-request
import { PrismaClient } from '@prisma/client';

const make = () => new PrismaClient({ log: ['error'] }).$extends({});
declare const globalThis: { prisma?: ReturnType<typeof make> } & typeof global;

// ok: no-client-per-request -- kept over reloads
export const prisma = globalThis.prisma ?? make();
if (process.env.NODE_ENV !== 'production') globalThis.prisma = prisma;
