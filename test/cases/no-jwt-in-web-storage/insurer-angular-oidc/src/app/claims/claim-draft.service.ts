// @complete: no-jwt-in-web-storage
import { Injectable } from '@angular/core';
import { StorageKeys } from '../core/storage-keys';
import { StorageService } from '../core/storage.service';

@Injectable({ providedIn: 'root' })
export class ClaimDraftService {
  constructor(private readonly storage: StorageService) {}

  save(draft: { policy: string; text: string }): void {
    // ok-cross: no-jwt-in-web-storage
    this.storage.put(StorageKeys.CLAIM_DRAFT, JSON.stringify(draft));
  }

  load(): { policy: string; text: string } | null {
    // ok-cross: no-jwt-in-web-storage
    const text = this.storage.read(StorageKeys.CLAIM_DRAFT);
    return text ? JSON.parse(text) : null;
  }
}
