// @complete: no-mass-assignment
import { Router } from 'express';
import { z } from 'zod';
import { createPerson, prisma, renamePerson } from './people.service.js';
import { validate } from './validate.js';

export const people = Router();
const Person = z.object({ name: z.string(), email: z.string().email() });
const Loose = z.object({ name: z.string() }).passthrough();

people.post('/', async (req, res) => {
  // bad: no-mass-assignment
  const person = await prisma.person.create({ data: req.body });
  res.status(201).json(person);
});

people.post('/service', async (req, res) => {
  // bad-cross: no-mass-assignment
  res.status(201).json(await createPerson(req.body));
});

people.post('/parsed', async (req, res) => {
  const data = Person.parse(req.body);
  // ok: no-mass-assignment
  res.status(201).json(await prisma.person.create({ data }));
});

people.post('/loose', async (req, res) => {
  const data = Loose.parse(req.body);
  // bad: no-mass-assignment
  res.status(201).json(await prisma.person.create({ data }));
});

people.post('/validated', validate(Person), async (req, res) => {
  // ok: no-mass-assignment
  res.status(201).json(await prisma.person.create({ data: req.body }));
});

people.post('/picked', async (req, res) => {
  const { name, email } = req.body;
  // ok: no-mass-assignment
  res.status(201).json(await prisma.person.create({ data: { name, email } }));
});

people.patch('/:id', async (req, res) => {
  // bad: no-mass-assignment
  await prisma.person.update({ where: { id: req.params.id }, data: { ...req.body, updatedBy: 'api' } });
  res.sendStatus(204);
});

people.patch('/:id/rest', async (req, res) => {
  const { password, ...rest } = req.body;
  // bad: no-mass-assignment
  await prisma.person.update({ where: { id: req.params.id }, data: rest });
  res.json({ passwordChanged: Boolean(password) });
});

people.patch('/:id/name', async (req, res) => {
  // ok-cross: no-mass-assignment
  await renamePerson(req.params.id, req.body.name);
  res.sendStatus(204);
});

people.put('/:id', async (req, res) => {
  // bad: no-mass-assignment
  await prisma.person.upsert({ where: { id: req.params.id }, create: req.body, update: {} });
  res.sendStatus(204);
});
