export const runJob = async (job: unknown) => ({ job });
