// @complete: no-unbounded-write
import { prisma } from '../src/db.js';

// ok: no-unbounded-write
await prisma.session.deleteMany({});
// ok: no-unbounded-write
await prisma.team.deleteMany();
await prisma.team.create({ data: { name: 'Demo' } });
