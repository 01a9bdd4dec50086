import nodemailer from 'nodemailer';

const transport = nodemailer.createTransport({ host: process.env.SMTP_HOST });

export const receipt = (to: string) => transport.sendMail({ to, subject: 'Receipt', text: 'Thanks' });
export const subject = (to: string) => `Receipt for ${to}`;
