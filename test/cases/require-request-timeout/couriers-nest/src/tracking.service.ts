// @complete: require-request-timeout
import { Injectable } from '@nestjs/common';
import { HttpService } from '@nestjs/axios';
import { lastValueFrom, map } from 'rxjs';

@Injectable()
export class TrackingService {
  constructor(private readonly http: HttpService) {}

  find(id: string): Promise<unknown> {
    // ok-cross: require-request-timeout -- the module's factory gives one
    return lastValueFrom(this.http.get(`/parcels/${id}`).pipe(map((res) => res.data as unknown)));
  }
}
