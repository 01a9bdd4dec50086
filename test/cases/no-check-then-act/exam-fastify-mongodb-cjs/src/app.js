// @complete: no-check-then-act
'use strict';
const fastify = require('fastify');
const { MongoClient, ObjectId } = require('mongodb');

const client = new MongoClient(process.env.MONGO_URL);
const db = client.db('votes');
const polls = db.collection('polls');
const votes = db.collection('votes');

const app = fastify({ logger: true });

// bad: no-check-then-act
app.post('/polls/:id/votes', async (request, reply) => {
  const already = await votes.findOne({ poll: request.params.id, voter: request.user.id });
  if (already) return reply.code(409).send({ error: 'voted' });
  await votes.insertOne({ poll: request.params.id, voter: request.user.id, at: new Date() });
  return reply.code(201).send();
});

// ok: no-check-then-act -- one atomic upsert
app.put('/polls/:id/votes', async (request) => {
  await votes.updateOne({ poll: request.params.id, voter: request.user.id }, { $setOnInsert: { at: new Date() } }, { upsert: true });
  return { ok: true };
});

// bad: no-check-then-act -- total goes through the service's memory
app.post('/polls/:id/count', async (request) => {
  const poll = await polls.findOne({ _id: new ObjectId(request.params.id) });
  await polls.updateOne({ _id: poll._id }, { $set: { total: poll.total + 1 } });
  return { total: poll.total + 1 };
});

// ok: no-check-then-act
app.post('/polls/:id/count/safe', async (request) => {
  const poll = await polls.findOneAndUpdate({ _id: new ObjectId(request.params.id) }, { $inc: { total: 1 } }, { returnDocument: 'after' });
  return { total: poll.total };
});

// ok: no-check-then-act -- the unique index answers, with 11000
app.post('/polls', async (request, reply) => {
  const same = await polls.findOne({ slug: request.body.slug });
  if (same) return reply.code(409).send({ error: 'slug is taken' });
  try {
    await polls.insertOne({ slug: request.body.slug, total: 0 });
  } catch (error) {
    if (error.code === 11000) return reply.code(409).send({ error: 'slug is taken' });
    throw error;
  }
  return reply.code(201).send();
});

// bad: no-check-then-act -- the number of the next poll
app.post('/polls/numbered', async (request) => {
  const n = await polls.countDocuments();
  await polls.insertOne({ number: n + 1, title: request.body.title });
  return { number: n + 1 };
});

// ok: no-check-then-act -- a version is compared in the write (optimistic lock)
app.patch('/polls/:id/total', async (request, reply) => {
  const poll = await polls.findOne({ _id: new ObjectId(request.params.id) });
  const { matchedCount } = await polls.updateOne({ _id: poll._id, version: poll.version }, { $set: { total: poll.total + 5, version: poll.version + 1 } });
  if (matchedCount === 0) return reply.code(409).send();
  return { ok: true };
});

module.exports = app;
