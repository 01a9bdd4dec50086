// @complete: no-mass-assignment
const Koa = require('koa');
const Router = require('@koa/router');
const bodyParser = require('koa-bodyparser');
const Joi = require('joi');
const Note = require('./note');

const router = new Router();
const schema = Joi.object({ title: Joi.string().required(), text: Joi.string() });

router.post('/notes', async (ctx) => {
  // bad: no-mass-assignment
  const note = new Note(ctx.request.body);
  await note.save();
  ctx.body = note;
});

router.post('/notes/quick', async (ctx) => {
  // bad: no-mass-assignment
  ctx.body = await Note.create(ctx.request.body);
});

router.post('/notes/checked', async (ctx) => {
  const { value, error } = schema.validate(ctx.request.body);
  if (error) ctx.throw(400, 'invalid note');
  // ok: no-mass-assignment
  ctx.body = await Note.create(value);
});

router.patch('/notes/:id', async (ctx) => {
  // bad: no-mass-assignment
  // fix: no-mass-assignment
  await Note.findByIdAndUpdate(ctx.params.id, ctx.request.body);
  ctx.body = { title: ctx.request.body.title };
});

router.patch('/notes/:id/set', async (ctx) => {
  // bad: no-mass-assignment
  await Note.updateOne({ _id: ctx.params.id }, { $set: ctx.request.body });
  ctx.status = 204;
});

router.patch('/notes/:id/own', async (ctx) => {
  const note = await Note.findById(ctx.params.id);
  // bad: no-mass-assignment
  Object.assign(note, ctx.request.body);
  await note.save();
  ctx.body = note;
});

router.patch('/notes/:id/title', async (ctx) => {
  const note = await Note.findById(ctx.params.id);
  // ok: no-mass-assignment
  note.title = ctx.request.body.title;
  await note.save();
  ctx.body = note;
});

router.post('/echo', async (ctx) => {
  // ok: no-mass-assignment
  ctx.body = Object.assign({}, ctx.request.body);
});

const app = new Koa();
app.use(bodyParser()).use(router.routes());
app.listen(3000);
