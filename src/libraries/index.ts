// Made by `npm run generate`: every file of src/libraries/<kind>/, by name.
import type { Library } from '../model/library.js';
import { knex } from './data/knex.js';
import { express } from './http/express.js';
import { nestjs } from './http/nestjs.js';
import { pg } from './data/pg.js';
import { prisma } from './data/prisma.js';

export const libraries: readonly Library[] = [express, knex, nestjs, pg, prisma];
