// @complete: no-unbounded-memory-cache
import { Injectable, Scope } from '@nestjs/common';

@Injectable()
export class PlansService {
  // bad: no-unbounded-memory-cache
  private readonly cache = new Map<string, { plan: string; at: number }>();
  // ok: no-unbounded-memory-cache -- deleted when done
  private readonly pending = new Map<string, Promise<string>>();

  async planOf(userId: string): Promise<string> {
    const known = this.cache.get(userId);
    if (known && Date.now() - known.at < 60_000) return known.plan;
    const running = this.pending.get(userId) ?? Promise.resolve('free');
    this.pending.set(userId, running);
    const plan = await running.finally(() => this.pending.delete(userId));
    this.cache.set(userId, { plan, at: Date.now() });
    return plan;
  }
}

@Injectable({ scope: Scope.REQUEST })
export class PlanLoader {
  // ok: no-unbounded-memory-cache -- one for each request
  private readonly cache = new Map<string, string>();

  async load(id: string): Promise<string> {
    if (!this.cache.has(id)) this.cache.set(id, await Promise.resolve(id));
    return this.cache.get(id)!;
  }
}
