import { MongoClient, type Db } from 'mongodb';

const client = new MongoClient(process.env.MONGO_URL!);
export const db: Db = client.db('shop');
export const users = db.collection('users');

export function findUser(filter: Record<string, unknown>) {
  return users.findOne(filter, { projection: { email: 1 } });
}

export function byEmail(email: string) {
  return users.findOne({ email: { $eq: email } });
}

export function byLogin(login: string) {
  return users.findOne({ login });
}
