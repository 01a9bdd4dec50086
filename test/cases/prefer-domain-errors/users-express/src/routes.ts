// @complete: prefer-domain-errors
import express from 'express';
import { find, UserGoneError } from './service.js';

export const router = express.Router();
router.get('/users/:id', async (req, res) => {
  try {
    // bad: prefer-domain-errors
    if (req.params.id === 'me') throw new Error('Login required');
    res.json(await find(req.params.id));
  } catch (error) {
    if (error instanceof Error && error.message === 'User not found') return res.sendStatus(404);
    if (error instanceof Error && error.message.includes('Login')) return res.sendStatus(401);
    if (error instanceof UserGoneError) return res.sendStatus(410);
    throw error;
  }
});
