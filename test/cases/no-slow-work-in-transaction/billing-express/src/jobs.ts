import type { Prisma } from '@prisma/client';

export abstract class JobProvider {
  abstract trigger(job: { name: string; payload: unknown }): Promise<void>;
}

/** The provider is chosen by the deployment. */
class JobClient {
  constructor(private readonly provider: JobProvider) {}

  async triggerJob(job: { name: string; payload: unknown }) {
    return this.provider.trigger(job);
  }

  /** In the same database: it commits with the rest. */
  async scheduleJob(tx: Prisma.TransactionClient, name: string) {
    await tx.job.create({ data: { name } });
  }
}

declare const provider: JobProvider;
export const jobs = new JobClient(provider);
