import { Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';

@Injectable()
export class MailService {
  private readonly transport = createTransport({ host: process.env.SMTP_HOST });

  async welcome(to: string) {
    await this.transport.sendMail({ to, subject: 'Welcome', text: 'Hello' });
  }

  render(name: string) {
    return `Hello ${name}`;
  }
}
