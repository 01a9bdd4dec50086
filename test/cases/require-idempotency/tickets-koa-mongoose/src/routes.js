// @complete: require-idempotency
import Router from '@koa/router';
import sendgrid from '@sendgrid/mail';
import { Ticket } from './ticket.js';

const router = new Router({ prefix: '/tickets' });

// bad-cross: require-idempotency
router.post('/', async (ctx) => {
  ctx.body = await Ticket.create({ title: ctx.request.body.title, state: 'open' });
  ctx.status = 201;
});

// bad-cross: require-idempotency
router.post('/drafts', async (ctx) => {
  const draft = new Ticket({ title: ctx.request.body.title, state: 'draft' });
  await draft.save();
  ctx.body = draft;
});

// ok-cross: require-idempotency -- upsert by the client's id
router.post('/import', async (ctx) => {
  const { externalId, title } = ctx.request.body;
  ctx.body = await Ticket.findOneAndUpdate({ externalId }, { $set: { title } }, { upsert: true, new: true });
});

// ok-cross: require-idempotency -- a unique client id whose conflict is answered
router.post('/external', async (ctx) => {
  const { externalId, title } = ctx.request.body;
  try {
    ctx.body = await Ticket.create({ externalId, title });
    ctx.status = 201;
  } catch (err) {
    if (err.code !== 11000) throw err;
    ctx.body = await Ticket.findOne({ externalId });
  }
});

// bad-cross: require-idempotency -- appends
router.post('/:id/comments', async (ctx) => {
  await Ticket.updateOne({ _id: ctx.params.id }, { $push: { comments: { text: ctx.request.body.text } } });
  ctx.status = 204;
});

// bad-cross: require-idempotency -- a PATCH that counts up
router.patch('/:id/vote', async (ctx) => {
  await Ticket.updateOne({ _id: ctx.params.id }, { $inc: { votes: 1 } });
  ctx.status = 204;
});

// ok-cross: require-idempotency
router.patch('/:id', async (ctx) => {
  await Ticket.updateOne({ _id: ctx.params.id }, { $set: { state: ctx.request.body.state } });
  ctx.status = 204;
});

// ok-cross: require-idempotency -- a set takes a tag once
router.post('/:id/tags', async (ctx) => {
  await Ticket.updateOne({ _id: ctx.params.id }, { $addToSet: { tags: ctx.request.body.tag } });
  ctx.status = 204;
});

// ok-cross: require-idempotency
router.delete('/:id', async (ctx) => {
  await Ticket.deleteOne({ _id: ctx.params.id });
  ctx.status = 204;
});

// bad: require-idempotency -- a DELETE that sends
router.delete('/:id/watchers/:email', async (ctx) => {
  await sendgrid.send({ to: ctx.params.email, from: 'desk@example.com', subject: 'No longer watching', text: ctx.params.id });
  ctx.status = 204;
});

// ok-cross: require-idempotency -- reads
router.post('/search', async (ctx) => {
  ctx.body = await Ticket.find({ title: { $in: ctx.request.body.titles } }).limit(50);
});

export default router;
