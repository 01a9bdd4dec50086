// @complete: no-nosql-injection, no-unbounded-page-size, prefer-cursor-pagination, no-select-star, no-client-per-request
import express from 'express';
import mongoose from 'mongoose';
import { z } from 'zod';
import * as service from './service.js';
import { Article } from './models.js';

const app = express();
app.use(express.json());
const Body = z.object({ title: z.string().min(1), slug: z.string().regex(/^[a-z-]+$/) });
const Page = z.object({ before: z.coerce.date().default(() => new Date()), limit: z.coerce.number().int().min(1).max(50).default(20) });

app.post('/articles', async (req, res) => {
  const input = Body.parse(req.body);
  const article = await service.publish(req.user.id, input);
  res.status(201).json({ slug: article.slug });
});

app.get('/articles', async (req, res) => {
  const { before, limit } = Page.parse(req.query);
  res.json(await Article.find({ createdAt: { $lt: before } }, { title: 1 }).sort({ createdAt: -1 }).limit(limit).lean());
});

app.get('/articles/:slug', async (req, res) => {
  const article = await service.view(req.params.slug);
  if (!article) return res.status(404).end();
  res.json({ title: article.title });
});

await mongoose.connect(process.env.MONGO_URL);
app.listen(3000);
