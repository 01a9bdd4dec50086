import { MongoClient } from 'mongodb';

const client = new MongoClient(process.env.MONGO_URL);

export const parts = client.db('inventory').collection('parts');
export const moves = client.db('inventory').collection('moves');
