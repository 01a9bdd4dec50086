// @complete: require-idempotency
import { prisma } from '../../utils/prisma';

// ok: require-idempotency
export default defineEventHandler(() => prisma.event.findMany({ take: 20 }));
