// @complete: no-unbounded-memory-cache
import { Injectable, Scope } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { lookup, type Place } from './lookup';
import { CACHE_OPTIONS, NO_BOUNDS } from './options';

@Injectable()
export class GeoService {
  // bad: no-unbounded-memory-cache
  private readonly places = new Map<string, Place>();
  // ok: no-unbounded-memory-cache -- evicted below
  private readonly recent = new Map<string, Place>();
  // ok-cross: no-unbounded-memory-cache
  private readonly lru = new LRUCache<string, Place>(CACHE_OPTIONS);
  // bad-cross: no-unbounded-memory-cache -- neither max nor ttl
  private readonly open = new LRUCache<string, Place>(NO_BOUNDS);
  // ok: no-unbounded-memory-cache -- filled from a fixed list
  private readonly names = new Map<string, string>([['de', 'Germany']]);
  // ok: no-unbounded-memory-cache -- keys go with their objects
  private readonly meta = new WeakMap<object, Place>();

  async find(address: string): Promise<Place> {
    const hit = this.places.get(address);
    if (hit) return hit;
    const place = await lookup(address);
    this.places.set(address, place);
    this.meta.set(place, place);
    return place;
  }

  async findRecent(address: string): Promise<Place> {
    const place = await lookup(address);
    this.recent.set(address, place);
    if (this.recent.size > 500) {
      const [oldest] = this.recent.keys();
      if (oldest !== undefined) this.recent.delete(oldest);
    }
    return place;
  }

  async findBounded(address: string): Promise<Place> {
    const place = this.lru.get(address) ?? this.open.get(address) ?? (await lookup(address));
    this.lru.set(address, place);
    this.open.set(address, place);
    return place;
  }

  country(code: string): string | undefined {
    return this.names.get(code);
  }
}

@Injectable({ scope: Scope.REQUEST })
export class RequestPlaces {
  // ok: no-unbounded-memory-cache -- lives as long as the request
  private readonly seen = new Map<string, Place>();

  remember(address: string, place: Place): void {
    this.seen.set(address, place);
  }
}
