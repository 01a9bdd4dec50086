// @complete: no-mass-assignment
import { Hono } from 'hono';
import { zValidator } from '@hono/zod-validator';
import Joi from 'joi';
import mongoose, { Schema } from 'mongoose';
import { Model } from 'objection';
import * as yup from 'yup';
import { z } from 'zod';

class Animal extends Model {
  static tableName = 'animals';
}

const Pet = mongoose.model('Pet', new Schema({ name: String, owner: String, vetted: Boolean }));
const app = new Hono();
const joiPet = Joi.object({ name: Joi.string().required() });
const yupPet = yup.object({ name: yup.string().required() });

app.post('/animals', async (c) => {
  const body = await c.req.json();
  // bad: no-mass-assignment
  return c.json(await Animal.query().insert(body));
});

app.patch('/animals/:id', async (c) => {
  const { id: _id, ...changes } = await c.req.json();
  // bad: no-mass-assignment
  return c.json(await Animal.query().patchAndFetchById(Number(c.req.param('id')), changes));
});

app.post('/animals/valid', zValidator('json', z.object({ name: z.string() })), async (c) => {
  // ok: no-mass-assignment
  return c.json(await Animal.query().insert(c.req.valid('json')));
});

app.post('/pets', async (c) => {
  // bad: no-mass-assignment
  const pet = new Pet(await c.req.json());
  await pet.save();
  return c.json(pet);
});

app.put('/pets/:id', async (c) => {
  const body = await c.req.json();
  // bad: no-mass-assignment
  await Pet.findByIdAndUpdate(c.req.param('id'), { $set: body });
  return c.body(null, 204);
});

app.put('/pets/:id/name', async (c) => {
  const { name } = await c.req.json();
  // ok: no-mass-assignment
  await Pet.findByIdAndUpdate(c.req.param('id'), { $set: { name } });
  return c.body(null, 204);
});

app.post('/joi', async (c) => {
  const { value, error } = joiPet.validate(await c.req.json());
  if (error) return c.json({ error: error.message }, 400);
  // ok: no-mass-assignment -- Joi refuses unknown keys
  return c.json(await Pet.create(value));
});

app.post('/joi-open', async (c) => {
  const value = await joiPet.unknown(true).validateAsync(await c.req.json());
  // bad: no-mass-assignment
  return c.json(await Pet.create(value));
});

app.post('/yup', async (c) => {
  // ok: no-mass-assignment
  return c.json(await Pet.create(await yupPet.validate(await c.req.json(), { stripUnknown: true })));
});

export default app;
