import { sourceText } from '../../model/file.js';
import type { Route } from '../../model/route.js';
import { effectsOf } from '../effects.js';
import { guardsOf } from '../route-guards.js';
import { addressesOf } from './addresses.js';
import { isCovered } from './coverage.js';
import { asksItself } from './public-mutations.js';

/** Called by machines that identify themselves otherwise, or by one's own scheduler. */
const BY_MACHINES = /webhook|hooks?(?:\/|$)|callback|cron|jobs?(?:\/|$)|internal|worker|queue|oauth|saml/i;
const MAIL = /mail|resend|sendgrid|postmark|mailgun|ses\b|smtp|twilio|sms|vonage|messagebird|plivo/i;

/** Whether anyone may make a route send a mail or an SMS: it has an effect of that kind, and nothing asks who calls. */
export function sendsForAnyone(route: Route): boolean {
  const fn = route.handler?.fn;
  if (!fn || !/^(?:POST|MUTATION)$/.test(route.verb)) return false;
  if (addressesOf(route).some((path) => path === null || BY_MACHINES.test(path))) return false;
  if (!effectsOf(fn).effects.some(({ kind, what }) => kind === 'send' && MAIL.test(what))) return false;
  if (asksItself(route) || isCovered(route, 'authentication') || isCovered(route, 'authorization')) return false;
  // What stands before it and can't be looked into may well ask.
  return (
    !guardsOf(route).some((guard) => !guard.fn && guard.module === null) &&
    !/signature|webhookProcedure/i.test(textOf(route))
  );
}

const textOf = ({ node }: Route): string => sourceText(node);
