import Redis from 'ioredis';
const redis = new Redis();
export const dropPlan = (id: string) => redis.del(`plan:${id}`);
