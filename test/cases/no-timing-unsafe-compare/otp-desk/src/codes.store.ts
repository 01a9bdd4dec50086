import Redis from 'ioredis';

const redis = new Redis(process.env.REDIS_URL!);

export class CodesStore {
  async load(email: string): Promise<string | null> {
    return redis.get(`code:${email}`);
  }
}
