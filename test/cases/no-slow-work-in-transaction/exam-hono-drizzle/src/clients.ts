import Stripe from 'stripe';
import { Queue } from 'bullmq';
import { Resend } from 'resend';
import { PostHog } from 'posthog-node';

export const stripe = new Stripe(process.env.STRIPE_SECRET_KEY!);
export const mails = new Resend(process.env.RESEND_API_KEY);
export const shipping = new Queue('shipping', { connection: { host: process.env.REDIS_HOST } });
export const posthog = new PostHog(process.env.POSTHOG_KEY!);
