// @complete: require-return-after-response
import { Router, type NextFunction, type Request, type Response } from 'express';
import { deny } from './deny.js';
import { Ticket } from './model.js';

export const tickets = Router();

tickets.get('/:id', async (req, res) => {
  const ticket = await Ticket.findById(req.params.id);
  if (!ticket) {
    // bad: require-return-after-response
    // fix: require-return-after-response
    res.status(404).json({ error: 'not found' });
  }
  // ok: require-return-after-response
  res.json(ticket);
});

tickets.delete('/:id', async (req, res) => {
  const ticket = await Ticket.findById(req.params.id);
  // bad-cross: require-return-after-response -- deny() answers and returns
  if (ticket?.owner !== req.get('x-user')) deny(res);
  await Ticket.deleteOne({ _id: req.params.id });
  res.sendStatus(204);
});

tickets.post('/', async (req, res) => {
  if (!req.body.title) {
    // ok: require-return-after-response
    return res.status(400).json({ error: 'title' });
  }
  const ticket = await Ticket.create({ title: String(req.body.title) });
  // ok: require-return-after-response
  res.status(201).json(ticket);
});

export function requireUser(req: Request, res: Response, next: NextFunction) {
  // bad: require-return-after-response
  // fix: require-return-after-response
  if (!req.get('x-user')) res.status(401).end();
  next();
}

export function requireAdmin(req: Request, res: Response, next: NextFunction) {
  if (req.get('x-role') === 'admin') {
    // ok: require-return-after-response
    next();
  } else {
    // ok: require-return-after-response
    res.status(403).end();
  }
}

tickets.put('/:id', async (req, res, next) => {
  try {
    const ticket = await Ticket.findByIdAndUpdate(req.params.id, { title: String(req.body.title) });
    // ok: require-return-after-response
    res.json(ticket);
  } catch (err) {
    // bad: require-return-after-response -- next(err), then an answer too
    next(err);
    res.status(500).json({ error: 'internal' });
  }
});

tickets.patch('/:id/state', (req, res) => {
  switch (req.body.state) {
    case 'open':
      // bad: require-return-after-response -- falls through into the next answer
      res.json({ open: true });
    case 'closed':
      res.json({ open: false });
      break;
    default:
      // ok: require-return-after-response
      res.status(400).json({ error: 'state' });
  }
});

tickets.post('/:id/notify', async (req, res) => {
  // ok: require-return-after-response -- answers first, works on (accepted)
  res.status(202).json({ accepted: true });
  await Ticket.updateOne({ _id: req.params.id }, { $set: { open: true } });
});

tickets.get('/', async (req, res) => {
  const rows = await Ticket.find().limit(20);
  rows.forEach((row) => {
    // Should be reported, and is not: one answer per row
    if (!row.open) res.status(409).json({ error: 'closed' });
  });
  res.json(rows);
});
