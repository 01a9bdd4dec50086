// @complete: require-api-version
import { Router } from 'express';

export const parcels = Router();
// ok-cross: require-api-version -- mounted below /api/v1
parcels.get('/', (req, res) => res.json([]));
// ok-cross: require-api-version
parcels.post('/', (req, res) => res.status(201).json({}));
