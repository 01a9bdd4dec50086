// @complete: require-input-validation
import type { Request, Response } from 'express';
import { pool } from './db.js';

export const createNote = async (req: Request, res: Response) => {
  // bad-cross: require-input-validation
  const { text, author } = req.body;
  await pool.query('INSERT INTO notes (text, author) VALUES ($1, $2)', [text, author]);
  res.sendStatus(201);
};

export const createComment = async (req: Request, res: Response) => {
  // ok-cross: require-input-validation
  const { text, author } = req.body;
  await pool.query('INSERT INTO comments (text, author) VALUES ($1, $2)', [text, author]);
  res.sendStatus(201);
};
