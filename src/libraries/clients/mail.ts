import type { Library, MemberRow, Position } from '../../model/library.js';

const send = (...key: Position[]): MemberRow => ({ effect: { does: 'send', key } });

/** Clients that send mail and messages. */
export const mail: readonly Library[] = [
  {
    // https://nodemailer.com/smtp and https://nodemailer.com/smtp/oauth2
    name: 'nodemailer',
    kind: 'clients',
    modules: ['nodemailer', '@types/nodemailer'],
    exports: {
      createTransport: {
        returns: 'Transporter',
        secrets: [
          '0.auth.pass',
          '0.auth.clientSecret',
          '0.auth.refreshToken',
          '0.auth.accessToken',
          '0.auth.privateKey',
          '0.dkim.privateKey',
        ],
      },
      Transporter: { annotation: 'Transporter' },
    },
    types: { Transporter: { members: { sendMail: send() } } },
  },
  {
    // https://nest-modules.github.io/mailer/docs/mailer
    name: 'nestjs-mailer',
    kind: 'clients',
    modules: ['@nestjs-modules/mailer'],
    exports: { MailerService: { annotation: 'Mailer' } },
    types: { Mailer: { members: { sendMail: send() } } },
  },
  {
    // https://github.com/sendgrid/sendgrid-nodejs: the module is a MailService.
    name: 'sendgrid',
    kind: 'clients',
    modules: ['@sendgrid/mail', '@sendgrid/client'],
    exports: {
      default: { type: 'Service' },
      setApiKey: { secrets: ['0'] },
      MailService: { new: 'Service' },
    },
    types: { Service: { members: { setApiKey: { secrets: ['0'] }, send: send(), sendMultiple: send() } } },
  },
  {
    // https://resend.com/docs/send-with-nodejs
    name: 'resend',
    kind: 'clients',
    modules: ['resend'],
    exports: { Resend: { new: 'Resend', construct: { secrets: ['0'] } } },
    types: {
      Resend: { members: { emails: { type: 'Emails' }, batch: { type: 'Emails' } } },
      // https://resend.com/docs/dashboard/emails/idempotency-keys
      Emails: { members: { send: send('1.idempotencyKey'), create: send('1.idempotencyKey') } },
    },
  },
  {
    // https://postmarkapp.com/developer/integration/official-libraries#node-js
    name: 'postmark',
    kind: 'clients',
    modules: ['postmark'],
    exports: {
      ServerClient: { new: 'Server', construct: { secrets: ['0'] } },
      AccountClient: { construct: { secrets: ['0'] } },
    },
    types: {
      Server: {
        members: {
          sendEmail: send(),
          sendEmailWithTemplate: send(),
          sendEmailBatch: send(),
          sendEmailBatchWithTemplates: send(),
        },
      },
    },
  },
  {
    // https://github.com/mailgun/mailgun.js: `new Mailgun(FormData).client({ username, key })`.
    name: 'mailgun',
    kind: 'clients',
    modules: ['mailgun.js'],
    exports: { default: { new: 'Mailgun' } },
    types: {
      Mailgun: { members: { client: { secrets: ['0.key'], returns: 'Client' } } },
      Client: { members: { messages: { type: 'Messages' } } },
      Messages: { members: { create: send() } },
    },
  },
  {
    // https://www.twilio.com/docs/libraries/reference/twilio-node: the account's SID is no secret, its token is.
    name: 'twilio',
    kind: 'clients',
    modules: ['twilio'],
    exports: {
      default: { secrets: ['1'], returns: 'Client', new: 'Client', construct: { secrets: ['1'] } },
      Twilio: { secrets: ['1'], returns: 'Client', new: 'Client', construct: { secrets: ['1'] } },
      validateRequest: { secrets: ['0'] },
      validateRequestWithBody: { secrets: ['0'] },
      validateExpressRequest: { secrets: ['1'] },
      'jwt.AccessToken': { construct: { secrets: ['2'] } },
    },
    types: {
      Client: { members: { messages: { type: 'Messages' }, calls: { type: 'Messages' } } },
      Messages: { members: { create: send() } },
    },
  },
  {
    // https://tools.slack.dev/node-slack-sdk/web-api and https://tools.slack.dev/bolt-js
    name: 'slack',
    kind: 'clients',
    modules: ['@slack/web-api', '@slack/bolt', '@slack/webhook'],
    exports: {
      WebClient: { new: 'Client', construct: { secrets: ['0'] } },
      IncomingWebhook: { new: 'Webhook', construct: { secrets: ['0'] } },
      App: {
        construct: { secrets: ['0.token', '0.appToken', '0.signingSecret', '0.clientSecret', '0.stateSecret'] },
      },
    },
    types: {
      Client: { members: { chat: { type: 'Chat' } } },
      Chat: { members: { postMessage: send() } },
      Webhook: { members: { send: send() } },
    },
  },
];
