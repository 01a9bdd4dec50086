// @complete: require-api-version
import { Router } from 'express';

export const old = Router();
// bad-cross: require-api-version
old.get('/pallets', (req, res) => void res.json([]));
