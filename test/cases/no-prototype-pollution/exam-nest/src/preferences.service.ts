import { Injectable } from '@nestjs/common';
import { deepMerge, safeMerge } from './merge';

@Injectable()
export class PreferencesService {
  private readonly defaults = { theme: { dark: false } };

  apply(changes: Record<string, unknown>): unknown {
    return deepMerge(this.defaults, changes);
  }

  applySafely(changes: Record<string, unknown>): unknown {
    return safeMerge(this.defaults, changes);
  }
}
