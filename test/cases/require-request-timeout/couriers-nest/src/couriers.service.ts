// @complete: require-request-timeout
import { Injectable } from '@nestjs/common';
import { HttpService } from '@nestjs/axios';
import { firstValueFrom, timeout } from 'rxjs';

@Injectable()
export class CouriersService {
  constructor(private readonly http: HttpService) {}

  async quote(parcel: unknown): Promise<unknown> {
    // ok: require-request-timeout -- a limit of the call's own
    const { data } = await firstValueFrom(this.http.post('https://couriers.example.com/quote', parcel, { timeout: 2_000 }));
    return data;
  }

  async areas(): Promise<unknown> {
    // ok: require-request-timeout -- an operator gives up
    const { data } = await firstValueFrom(this.http.get('https://couriers.example.com/areas').pipe(timeout(2_000)));
    return data;
  }

  async book(parcel: unknown): Promise<unknown> {
    // bad-cross: require-request-timeout -- HttpModule is imported without a timeout
    // fix: require-request-timeout
    const { data } = await firstValueFrom(this.http.post('https://couriers.example.com/book', parcel));
    return data;
  }
}
