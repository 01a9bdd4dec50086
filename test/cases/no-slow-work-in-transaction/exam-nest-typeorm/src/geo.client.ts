import { Injectable } from '@nestjs/common';
import { HttpService } from '@nestjs/axios';
import { firstValueFrom } from 'rxjs';

@Injectable()
export class GeoClient {
  constructor(private readonly http: HttpService) {}

  async locate(address: string) {
    const { data } = await firstValueFrom(this.http.get('https://geo.example.org', { params: { address } }));
    return data as { lat: number; lng: number };
  }
}
