// @complete: no-jwt-in-web-storage
import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { StorageKeys } from './storage-keys';
import { StorageService } from './storage.service';

interface TokenResponse {
  access_token: string;
  id_token: string;
  expires_in: number;
}

@Injectable({ providedIn: 'root' })
export class AuthService {
  private readonly http = inject(HttpClient);

  constructor(private readonly storage: StorageService) {}

  async begin(): Promise<void> {
    const verifier = crypto.randomUUID() + crypto.randomUUID();
    const state = crypto.randomUUID();
    // ok: no-jwt-in-web-storage -- a PKCE verifier lives for one redirect
    sessionStorage.setItem(StorageKeys.PKCE_VERIFIER, verifier);
    // ok: no-jwt-in-web-storage -- OAuth state
    sessionStorage.setItem('oauth_state', state);
    // ok: no-jwt-in-web-storage
    sessionStorage.setItem('oidc.nonce', crypto.randomUUID());
    window.location.assign(`/authorize?state=${state}`);
  }

  async finish(code: string): Promise<void> {
    // ok: no-jwt-in-web-storage
    const verifier = sessionStorage.getItem(StorageKeys.PKCE_VERIFIER);
    // ok: no-jwt-in-web-storage
    const expected = sessionStorage.getItem('oauth_state');
    if (!expected) throw new Error('login was not started here');
    const tokens = await firstValueFrom(this.http.post<TokenResponse>('/oauth/token', { code, verifier }));
    // bad-cross: no-jwt-in-web-storage -- the service writes to localStorage
    this.storage.put(StorageKeys.ACCESS, tokens.access_token);
    // bad: no-jwt-in-web-storage
    // fix: no-jwt-in-web-storage
    sessionStorage.setItem('id_token', tokens.id_token);
    // ok-cross: no-jwt-in-web-storage -- a time
    this.storage.put('portal_expires_at', String(Date.now() + tokens.expires_in * 1000));
  }

  get accessToken(): string | null {
    // bad-cross: no-jwt-in-web-storage
    return this.storage.read(StorageKeys.ACCESS);
  }

  logOut(): void {
    // ok-cross: no-jwt-in-web-storage -- removal
    this.storage.drop(StorageKeys.ACCESS);
  }
}
