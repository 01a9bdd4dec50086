// @complete: valid-health-check
import { Controller, Get } from '@nestjs/common';
import { HealthCheckService } from '@nestjs/terminus';
import { PrismaClient } from '@prisma/client';

@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly prisma: PrismaClient,
  ) {}

  // ok: valid-health-check
  @Get('ready')
  ready() {
    return this.health.check([]);
  }
  // bad: valid-health-check
  @Get('live')
  async live() {
    await this.prisma.$queryRaw`SELECT 1`;
    return { ok: true };
  }
}

@Controller('probe')
export class ProbeController {
  // bad: valid-health-check
  @Get('readiness')
  readiness() {
    return { status: 'ok' };
  }
  // ok: valid-health-check
  @Get('liveness')
  liveness() {
    return { status: 'ok' };
  }
}
