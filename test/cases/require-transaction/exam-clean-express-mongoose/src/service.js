// @complete: require-transaction, no-transaction-escape, no-slow-work-in-transaction, no-query-in-loop, no-check-then-act, no-unbounded-write, no-unawaited-write, no-unpaginated-query, require-query-index, require-client-release
import mongoose from 'mongoose';
import { Article, Author } from './models.js';

export async function publish(author, input) {
  const session = await mongoose.startSession();
  try {
    return await session.withTransaction(async () => {
      const [article] = await Article.create([{ ...input, author, views: 0 }], { session });
      await Author.updateOne({ _id: author }, { $inc: { articles: 1 } }, { session });
      return article;
    });
  } finally {
    await session.endSession();
  }
}

export const view = (slug) => Article.findOneAndUpdate({ slug }, { $inc: { views: 1 } }, { new: true, projection: { title: 1 } });

export async function retitle(slug, title) {
  const article = await Article.findOne({ slug });
  if (!article) return null;
  article.title = title;
  await article.save();
  return article.slug;
}

export const newest = (before) => Article.find({ createdAt: { $lt: before } }, { title: 1, slug: 1 }).sort({ createdAt: -1 }).limit(20).lean();

export async function withAuthors(slugs) {
  const articles = await Article.find({ slug: { $in: slugs } }, { title: 1, author: 1 }).populate('author', 'name').lean();
  return articles.map((article) => `${article.title} by ${article.author.name}`);
}

export async function retag(from, to) {
  await Article.updateMany({ tags: from }, { $set: { 'tags.$': to } });
}

export async function importAll(rows) {
  const size = 500;
  for (let start = 0; start < rows.length; start += size) {
    await Article.insertMany(rows.slice(start, start + size), { ordered: false });
  }
}

export async function each(work) {
  const cursor = Article.find({}, { title: 1 }).cursor({ batchSize: 200 });
  for await (const article of cursor) work(article.title);
}

export const ensureAuthor = (name) => Author.findOneAndUpdate({ name }, { $setOnInsert: { name, articles: 0 } }, { upsert: true, new: true });
