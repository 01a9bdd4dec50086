import { DataSource } from 'typeorm';
import { Depot, Vehicle } from './vehicle.js';

export const dataSource = new DataSource({ type: 'mysql', url: process.env.DATABASE_URL, entities: [Depot, Vehicle] });
