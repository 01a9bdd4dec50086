import type { Request, Response } from 'express';
import { prisma } from '../db.js';
import * as service from '../services/appointments.js';

export async function show(req: Request, res: Response) {
  // bad-cross: require-ownership-check
  const appointment = await prisma.appointment.findUnique({ where: { id: req.params.id } });
  if (!appointment) return res.status(404).json({ error: 'not found' });
  res.json(appointment);
}

export async function move(req: Request, res: Response) {
  // ok: require-ownership-check
  const appointment = await prisma.appointment.findUnique({ where: { id: req.params.id } });
  if (!appointment || appointment.userId !== (req as any).user.id) return res.status(404).end();
  // ok: require-ownership-check
  await prisma.appointment.update({ where: { id: appointment.id }, data: { startsAt: req.body.startsAt } });
  res.status(204).end();
}

export async function cancel(req: Request, res: Response) {
  // bad-cross: require-ownership-check
  await service.cancel(req.params.id);
  res.status(204).end();
}

export async function confirm(req: Request, res: Response) {
  // ok-cross: require-ownership-check
  await service.confirm(req.params.id, (req as any).user.id);
  res.status(204).end();
}

export async function removeNote(req: Request, res: Response) {
  const { id } = req.params;
  const userId = (req as any).user.id;
  // bad-cross: require-ownership-check
  const note = await prisma.appointmentNote.delete({ where: { id } });
  console.log('note removed', { userId, note: note.id });
  res.status(204).end();
}

export async function purge(req: Request, res: Response) {
  // ok-cross: require-ownership-check
  await prisma.appointment.delete({ where: { id: req.params.id } });
  res.status(204).end();
}
