import type { NextFunction, Request, Response } from 'express';
import { validationResult } from 'express-validator';
import type { Schema } from 'joi';
import type { ZodTypeAny } from 'zod';

export const zodBody = (schema: ZodTypeAny) => (req: Request, res: Response, next: NextFunction) => {
  const result = schema.safeParse(req.body);
  if (!result.success) return res.status(400).json(result.error.flatten());
  req.body = result.data;
  next();
};

export const joiQuery = (schema: Schema) => (req: Request, res: Response, next: NextFunction) => {
  const { error } = schema.validate(req.query);
  if (error) return res.status(400).json({ error: error.message });
  next();
};

export function checkErrors(req: Request, res: Response, next: NextFunction) {
  const errors = validationResult(req);
  if (!errors.isEmpty()) return res.status(400).json({ errors: errors.array() });
  next();
}

/** Does not check a thing. */
export const logBody = (req: Request, _res: Response, next: NextFunction) => {
  console.log(Object.keys(req.body));
  next();
};
