import { PrismaClient } from '@prisma/client';

export const prisma = new PrismaClient();
export const analytics = new PrismaClient({ datasourceUrl: process.env.ANALYTICS_URL });
