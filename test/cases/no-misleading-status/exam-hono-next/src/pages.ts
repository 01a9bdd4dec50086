// @complete: no-misleading-status
import express from 'express';
import { loadReturn } from './store.js';

export const app = express();
app.get('/returns/:id', async (req, res) => {
  const row = await loadReturn(req.params.id);
  // bad: no-misleading-status -- an error page with 200
  if (!row) return res.render('error', { message: 'No such return' });
  // ok: no-misleading-status
  res.render('return', { row });
});
app.get('/other/:id', async (req, res) => {
  const row = await loadReturn(req.params.id);
  // ok: no-misleading-status
  if (!row) return res.status(404).render('error', { message: 'No such return' });
  res.render('return', { row });
});
