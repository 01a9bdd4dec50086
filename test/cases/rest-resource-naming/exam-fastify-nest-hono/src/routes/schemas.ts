import { z } from 'zod';

export const vehicleSchema = { response: { 200: z.array(z.object({ id: z.string() })) } };
