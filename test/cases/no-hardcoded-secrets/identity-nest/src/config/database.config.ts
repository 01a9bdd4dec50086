// @complete: no-hardcoded-secrets
import { registerAs } from '@nestjs/config';
import * as Joi from 'joi';
import { DataSource } from 'typeorm';

// ok: no-hardcoded-secrets -- a schema of the environment
export const envSchema = Joi.object({
  DATABASE_PASSWORD: Joi.string().min(16).required(),
  JWT_SECRET: Joi.string().min(32).required(),
});

// ok: no-hardcoded-secrets
export const databaseConfig = registerAs('database', () => ({
  username: process.env.DATABASE_USER,
  password: process.env.DATABASE_PASSWORD,
}));

export const dataSource = new DataSource({
  type: 'postgres',
  host: process.env.DATABASE_HOST,
  username: 'identity',
  // bad: no-hardcoded-secrets
  // fix: no-hardcoded-secrets
  password: 'Harv3st-Moon-22',
  database: 'identity',
  entities: [__dirname + '/../**/*.entity{.ts,.js}'],
});

export const replica = new DataSource({
  type: 'postgres',
  // bad: no-hardcoded-secrets -- a password in the URL
  // fix: no-hardcoded-secrets
  url: 'postgres://identity_ro:Fe3d-the-Goats@replica.identity.internal:5432/identity',
});
