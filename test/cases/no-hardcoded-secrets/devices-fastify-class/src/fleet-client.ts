// @complete: no-hardcoded-secrets
import axios, { type AxiosInstance } from 'axios';
import mqtt from 'mqtt';

export interface FleetOptions {
  baseUrl: string;
  apiToken?: string;
}

export class FleetClient {
  private readonly http: AxiosInstance;

  // bad: no-hardcoded-secrets -- a static field
  // fix: no-hardcoded-secrets
  static readonly WEBHOOK_SECRET = 'Fennel-Stairs-Oboe';

  // ok: no-hardcoded-secrets
  static readonly TOKEN_HEADER = 'X-Fleet-Token';

  constructor(options: FleetOptions) {
    this.http = axios.create({
      baseURL: options.baseUrl,
      timeout: 5000,
      // ok: no-hardcoded-secrets
      headers: { [FleetClient.TOKEN_HEADER]: options.apiToken },
    });
  }

  static local() {
    // bad: no-hardcoded-secrets
    return new FleetClient({ baseUrl: 'https://fleet.example.net', apiToken: 'flt_9b1e7c3d5a2f4860' });
  }

  async reboot(id: string) {
    await this.http.post(`/devices/${id}/reboot`, undefined, {
      // bad: no-hardcoded-secrets -- basic credentials
      auth: { username: 'fleet', password: 'Ochre-Puffin-27' },
    });
  }

  async wipe(id: string) {
    // bad: no-hardcoded-secrets
    // fix: no-hardcoded-secrets
    this.http.defaults.headers.common['Authorization'] = 'Bearer eb5f0d9c2a7148639e1f7b3c4d5a6082';
    await this.http.post(`/devices/${id}/wipe`);
  }

  async ping(id: string, token: string) {
    // ok: no-hardcoded-secrets
    await this.http.get(`/devices/${id}`, { headers: { Authorization: 'Bearer ' + token } });
  }
}

export const broker = mqtt.connect('mqtts://broker.example.net:8883', {
  username: 'fleet',
  // bad: no-hardcoded-secrets
  // fix: no-hardcoded-secrets
  password: 'Thistle-Ferry-5',
});

// bad: no-hardcoded-secrets -- the password of the function's default
export function connect(host: string, user = 'fleet', password = 'Wren-and-Walnut-3') {
  return mqtt.connect(host, { username: user, password });
}
