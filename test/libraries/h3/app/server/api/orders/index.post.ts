import { readBody } from 'h3';

export default defineEventHandler(async (event) => readBody(event));
