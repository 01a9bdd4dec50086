import { Injectable } from '@nestjs/common';

@Injectable()
export class TicketsGateway {
  async open(subject: string) {
    return { subject };
  }
  async close(id: string) {
    return { id };
  }
  async reopen(id: string) {
    return { id };
  }
  async move(id: string) {
    return { id };
  }
}
