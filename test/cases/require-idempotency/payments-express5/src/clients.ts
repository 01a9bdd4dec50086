import { PrismaClient } from '@prisma/client';
import { Redis } from 'ioredis';
import nodemailer from 'nodemailer';
import Stripe from 'stripe';

export const prisma = new PrismaClient();
export const redis = new Redis(process.env.REDIS_URL!);
export const stripe = new Stripe(process.env.STRIPE_KEY!);
export const mailer = nodemailer.createTransport(process.env.SMTP_URL);
