import { InjectModel } from '@nestjs/mongoose';
import mongoose, { type HydratedDocument, Model, Schema } from 'mongoose';

const schema = new Schema({ name: String });
export const User = mongoose.models.User || mongoose.model('User', schema);

export class Cats {
  constructor(@InjectModel('Cat') private readonly cats: Model<{ name: string }>) {}
  all = () => this.cats.find().exec();
  page = () => this.cats.find({ name: 'a' }, null, { limit: 10 }).lean();
}

export async function reads(ids: string[]) {
  await User.find({ _id: { $in: ids } }).sort({ name: 1 });
  await User.find({ $or: [{ name: 'a' }, { name: 'b' }] }).limit(5);
  await User.findById(ids[0]);
  await User.countDocuments({ name: 'a' });
  await User.aggregate([{ $match: { name: 'a' } }, { $group: { _id: '$name' } }]);
  for await (const user of User.find().cursor()) console.log(user);
  User.find({ name: 'a' });
}

export async function writes(given: HydratedDocument<{ name: string }>) {
  const user = await User.findOne({ name: 'a' });
  await user.save();
  await given.deleteOne();
  await new User({ name: 'a' }).save();
  await User.create({ name: 'a' });
  await User.updateOne({ name: 'a' }, { name: 'b' }, { upsert: true });
  await User.findByIdAndUpdate('1', { name: 'b' });
  await User.deleteMany({});
}

export async function transactions() {
  await mongoose.connect(process.env.MONGO_URL!);
  const session = await mongoose.startSession();
  await session.withTransaction(async (inner) => {
    await User.updateOne({ _id: 1 }, { name: 'c' }, { session: inner });
  });
  await mongoose.connection.transaction(async (inner) => User.insertMany([{ name: 'a' }], { session: inner }));
  await session.endSession();
}
