// @complete: require-api-version
import { Router } from 'express';

export const current = Router();
// ok-cross: require-api-version
current.get('/pallets', (req, res) => void res.json([]));
