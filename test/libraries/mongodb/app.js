import { MongoClient } from 'mongodb';

const client = new MongoClient(process.env.MONGO_URL);
const parts = client.db('inventory').collection('parts');

export async function reads(ids) {
  await parts.find({ kind: 'a' }).toArray();
  await parts.find({ _id: { $in: ids } }, { limit: 3 }).toArray();
  await client.db().collection('moves').find({ partId: ids[0] }).limit(5).toArray();
  await parts.findOne({ _id: ids[0] });
  await parts.aggregate([{ $match: { kind: 'a' } }, { $limit: 5 }]).toArray();
  for await (const part of parts.find().stream()) console.log(part);
  return parts.countDocuments({ kind: 'a' });
}

export async function writes() {
  await parts.insertOne({ kind: 'a' });
  await parts.updateOne({ kind: 'a' }, { $set: { kind: 'b' } }, { upsert: true });
  await parts.deleteMany({});
  const session = client.startSession();
  await session.withTransaction(async () => {
    await parts.findOneAndUpdate({ kind: 'a' }, { $inc: { n: 1 } }, { session });
  });
  await session.endSession();
}
