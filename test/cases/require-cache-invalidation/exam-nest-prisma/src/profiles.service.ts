// @complete: require-cache-invalidation
import { Inject, Injectable } from '@nestjs/common';
import { CACHE_MANAGER, type Cache } from '@nestjs/cache-manager';
import { PrismaService } from './prisma.service';

@Injectable()
export class ProfilesService {
  constructor(
    private readonly prisma: PrismaService,
    @Inject(CACHE_MANAGER) private readonly cache: Cache,
  ) {}

  async get(id: string) {
    const hit = await this.cache.get(`profile:${id}`);
    if (hit) return hit;
    const profile = await this.prisma.profile.findUnique({ where: { id } });
    await this.cache.set(`profile:${id}`, profile, 60_000);
    return profile;
  }

  async update(id: string, bio: string) {
    // ok: require-cache-invalidation
    const profile = await this.prisma.profile.update({ where: { id }, data: { bio } });
    await this.cache.del(`profile:${id}`);
    return profile;
  }

  async refresh(id: string, bio: string) {
    // ok: require-cache-invalidation -- the new value is written through
    const profile = await this.prisma.profile.update({ where: { id }, data: { bio } });
    await this.cache.set(`profile:${id}`, profile, 60_000);
    return profile;
  }

  async remove(id: string) {
    // bad: require-cache-invalidation
    await this.prisma.profile.delete({ where: { id } });
  }
}
