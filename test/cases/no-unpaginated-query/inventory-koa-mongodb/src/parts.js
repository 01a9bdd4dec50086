// @complete: no-unpaginated-query
import Router from '@koa/router';
import { MongoClient, ObjectId } from 'mongodb';
import { moves, parts } from './mongo.js';

const archive = new MongoClient(process.env.ARCHIVE_URL).db('archive');
const router = new Router();

router.get('/parts', async (ctx) => {
  // bad-cross: no-unpaginated-query
  // fix: no-unpaginated-query
  ctx.body = await parts.find({}).toArray();
});

router.get('/parts/by-kind/:kind', async (ctx) => {
  // bad-cross: no-unpaginated-query
  ctx.body = await parts.find({ kind: ctx.params.kind }).sort({ name: 1 }).project({ name: 1 }).toArray();
});

router.get('/archive', async (ctx) => {
  // bad: no-unpaginated-query
  // fix: no-unpaginated-query
  ctx.body = await archive.collection('parts').find().toArray();
});

router.get('/archive/steps', async (ctx) => {
  const cursor = archive.collection('parts').find({ country: ctx.query.country });
  cursor.sort({ name: 1 });
  // bad: no-unpaginated-query -- where the cursor is read
  ctx.body = await cursor.toArray();
});

router.get('/archive/limited', async (ctx) => {
  const cursor = archive.collection('parts').find({ country: ctx.query.country });
  cursor.sort({ name: 1 }).limit(50);
  // ok: no-unpaginated-query -- limited one step above
  ctx.body = await cursor.toArray();
});

router.get('/parts/page', async (ctx) => {
  const page = Number(ctx.query.page) || 1;
  // ok-cross: no-unpaginated-query
  ctx.body = await parts.find({}).skip((page - 1) * 50).limit(50).toArray();
});

router.get('/parts/options', async (ctx) => {
  // ok-cross: no-unpaginated-query -- limit among the options
  ctx.body = await parts.find({ kind: 'screw' }, { limit: 50, sort: { name: 1 } }).toArray();
});

router.get('/parts/:id/moves', async (ctx) => {
  // ok-cross: no-unpaginated-query -- a parent's id
  ctx.body = await moves.find({ partId: new ObjectId(ctx.params.id) }).sort({ at: -1 }).toArray();
});

router.post('/parts/lookup', async (ctx) => {
  const ids = ctx.request.body.ids.map((id) => new ObjectId(id));
  // ok-cross: no-unpaginated-query
  ctx.body = await parts.find({ _id: { $in: ids } }).toArray();
});

router.get('/parts/:id', async (ctx) => {
  // ok-cross: no-unpaginated-query
  ctx.body = await parts.findOne({ _id: new ObjectId(ctx.params.id) });
});

router.get('/stock/summary', async (ctx) => {
  // ok-cross: no-unpaginated-query -- groups
  ctx.body = await moves.aggregate([{ $group: { _id: '$kind', n: { $sum: '$delta' } } }]).toArray();
  // ok-cross: no-unpaginated-query
  ctx.set('X-Total', String(await parts.countDocuments({})));
  // ok-cross: no-unpaginated-query
  ctx.set('X-Estimate', String(await parts.estimatedDocumentCount()));
});

router.get('/parts/newest', async (ctx) => {
  // ok-cross: no-unpaginated-query
  ctx.body = await parts.aggregate([{ $sort: { _id: -1 } }, { $limit: 10 }]).toArray();
});

export async function reindex(index) {
  // ok-cross: no-unpaginated-query -- a cursor, batch by batch
  for await (const part of parts.find({})) {
    await index(part);
  }
}

export default router;
