export class Signer {
  constructor(private readonly options: { hostname: string; port: number; username: string }) {}

  async getAuthToken(): Promise<string> {
    return `${this.options.hostname}:${this.options.port}/?Action=connect&DBUser=${this.options.username}`;
  }
}
