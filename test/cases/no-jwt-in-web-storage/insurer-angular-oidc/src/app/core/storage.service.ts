// @complete: no-jwt-in-web-storage
import { Injectable } from '@angular/core';

// ok: no-jwt-in-web-storage -- generic: it is reported where it gets a token
@Injectable({ providedIn: 'root' })
export class StorageService {
  private readonly backend: Storage = window.localStorage;

  put(key: string, value: string): void {
    this.backend.setItem(key, value);
  }

  read(key: string): string | null {
    return this.backend.getItem(key);
  }

  drop(key: string): void {
    this.backend.removeItem(key);
  }
}
