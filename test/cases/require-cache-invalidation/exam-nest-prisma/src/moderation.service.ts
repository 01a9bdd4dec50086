// @complete: require-cache-invalidation
import { Injectable } from '@nestjs/common';
import { PrismaService } from './prisma.service';
import { ProfilesService } from './profiles.service';

@Injectable()
export class ModerationService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly profiles: ProfilesService,
  ) {}

  async hide(id: string) {
    // bad-cross: require-cache-invalidation
    await this.prisma.profile.update({ where: { id }, data: { hidden: true } });
    // ok: require-cache-invalidation -- not cached
    await this.prisma.moderationEvent.create({ data: { profileId: id, kind: 'hidden' } });
  }

  async rewrite(id: string, bio: string) {
    await this.profiles.update(id, bio);
  }
}
