import mongoose, { Schema } from 'mongoose';

const articleSchema = new Schema(
  { slug: { type: String, unique: true }, title: String, author: { type: Schema.Types.ObjectId, ref: 'Author', index: true }, views: Number, tags: { type: [String], index: true } },
  { timestamps: true },
);
articleSchema.index({ createdAt: -1 });
export const Article = mongoose.model('Article', articleSchema);
export const Author = mongoose.model('Author', new Schema({ name: String, articles: Number }));
