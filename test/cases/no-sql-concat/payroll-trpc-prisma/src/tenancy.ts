// @complete: no-sql-concat
import { Prisma, type PrismaClient } from '@prisma/client';

export async function asTenant<T>(prisma: PrismaClient, tenant: string, work: (tx: Prisma.TransactionClient) => Promise<T>) {
  return prisma.$transaction(async (tx) => {
    // bad: no-sql-concat
    await tx.$executeRawUnsafe(`SET LOCAL app.tenant = '${tenant}'`);
    // ok: no-sql-concat
    await tx.$executeRaw`SELECT set_config('app.tenant', ${tenant}, true)`;
    return work(tx);
  });
}

export async function copyTable(prisma: PrismaClient, source: string) {
  const schema = process.env.ARCHIVE_SCHEMA ?? 'archive';
  // ok: no-sql-concat -- the environment's schema
  await prisma.$executeRawUnsafe(`CREATE TABLE IF NOT EXISTS ${schema}.payslip (LIKE "Payslip")`);
  // bad: no-sql-concat
  await prisma.$executeRawUnsafe(`INSERT INTO ${schema}.payslip SELECT * FROM ${source}`);
}

export class PayslipStats {
  constructor(private readonly prisma: PrismaClient) {}

  private text(group: string): string {
    return 'SELECT "' + group + '" AS key, sum(net) AS net FROM "Payslip" GROUP BY 1';
  }

  async by(group: string) {
    const query = this.text(group);
    // bad: no-sql-concat
    return this.prisma.$queryRawUnsafe<{ key: string; net: number }[]>(query);
  }

  async byMonth() {
    // ok: no-sql-concat
    return this.prisma.$queryRaw<{ key: string }[]>(Prisma.sql`SELECT month AS key FROM "Payslip" GROUP BY 1`);
  }
}
