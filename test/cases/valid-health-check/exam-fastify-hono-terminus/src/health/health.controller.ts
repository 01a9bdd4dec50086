// @complete: valid-health-check
import { Controller, Get } from '@nestjs/common';
import { HealthCheck, HealthCheckService, MemoryHealthIndicator, TypeOrmHealthIndicator } from '@nestjs/terminus';

@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly db: TypeOrmHealthIndicator,
    private readonly memory: MemoryHealthIndicator,
  ) {}

  // ok: valid-health-check
  @Get('ready')
  @HealthCheck()
  ready() {
    return this.health.check([() => this.db.pingCheck('database')]);
  }

  // ok: valid-health-check
  @Get('live')
  @HealthCheck()
  live() {
    return this.health.check([() => this.memory.checkHeap('heap', 300 * 1024 * 1024)]);
  }

  // bad: valid-health-check
  @Get('liveness')
  @HealthCheck()
  alive() {
    return this.health.check([() => this.db.pingCheck('database')]);
  }

  // bad: valid-health-check
  @Get('readiness')
  readiness() {
    return { status: 'ok' };
  }
}
