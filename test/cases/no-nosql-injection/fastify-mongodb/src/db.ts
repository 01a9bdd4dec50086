import { MongoClient, ObjectId } from 'mongodb';

const client = new MongoClient(process.env.MONGO_URL!);
export const devices = client.db('iot').collection('devices');
export { ObjectId };
