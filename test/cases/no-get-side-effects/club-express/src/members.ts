import { PrismaClient } from '@prisma/client';
import nodemailer from 'nodemailer';

const prisma = new PrismaClient();
const mailer = nodemailer.createTransport('smtp://mail');

export const suspend = (id: string) => prisma.member.update({ where: { id }, data: { suspended: true } });
export const find = (id: string) => prisma.member.findUnique({ where: { id } });
export const remind = (email: string) => mailer.sendMail({ to: email, subject: 'Reminder' });
export const noteVisit = (id: string) => prisma.member.update({ where: { id }, data: { lastSeenAt: new Date() } });
