// @complete: no-query-in-loop
const express = require('express');
const Bluebird = require('bluebird');
const _ = require('lodash');
const pMap = require('p-map');
const { Comment, Post, my, pool, prisma, supabase } = require('./stores');

const app = express();

app.get('/a', async (req, res) => {
  const posts = await Post.findAll({ limit: 20 });
  // bad: no-query-in-loop
  for (const post of posts) {
    post.comments = await Comment.findAll({ where: { postId: post.id }, limit: 10 });
  }
  res.json(posts);
});

app.get('/b', async (req, res) => {
  const ids = req.query.ids.split(',');
  // bad: no-query-in-loop -- the promises are put into a variable first
  const promises = ids.map((id) => prisma.post.findUnique({ where: { id } }));
  res.json(await Promise.all(promises));
});

app.get('/c', async (req, res) => {
  const { rows } = await pool.query('SELECT id, author_id FROM posts LIMIT 20');
  // bad: no-query-in-loop
  for (const row of rows) {
    const { rows: authors } = await pool.query('SELECT name FROM authors WHERE id = $1', [row.author_id]);
    row.author = authors[0];
  }
  res.json(rows);
});

app.get('/d', async (req, res) => {
  const [rows] = await my.query('SELECT id FROM posts LIMIT 20');
  // bad: no-query-in-loop -- two queries at each turn
  for (const row of rows) {
    const [[likes], [views]] = await Promise.all([
      my.execute('SELECT count(*) AS n FROM likes WHERE post_id = ?', [row.id]),
      my.execute('SELECT count(*) AS n FROM views WHERE post_id = ?', [row.id]),
    ]);
    Object.assign(row, { likes, views });
  }
  res.json(rows);
});

app.get('/e', async (req, res) => {
  const { data } = await supabase.from('posts').select('id').limit(20);
  // bad: no-query-in-loop
  const out = await Promise.all(data.map(async (post) => (await supabase.from('comments').select('text').eq('post_id', post.id).limit(5)).data));
  res.json(out);
});

app.get('/f', async (req, res) => {
  const load = async (id) => {
    const post = await prisma.post.findUnique({ where: { id } });
    return post?.title;
  };
  const titles = [];
  // bad: no-query-in-loop -- through a function of the handler
  for (const id of req.query.ids.split(',')) {
    titles.push(await load(id));
  }
  res.json(titles);
});

app.get('/g', async (req, res) => {
  // bad: no-query-in-loop -- Array.from maps as well
  const posts = await Promise.all(Array.from(req.query.ids.split(','), (id) => prisma.post.findUnique({ where: { id } })));
  res.json(posts);
});

app.get('/h', async (req, res) => {
  // bad: no-query-in-loop -- lodash's map
  const posts = await Promise.all(_.map(req.query.ids.split(','), (id) => prisma.post.findUnique({ where: { id } })));
  res.json(posts);
});

app.get('/i', async (req, res) => {
  const posts = await prisma.post.findMany({ take: 50 });
  // bad: no-query-in-loop -- Bluebird's
  res.json(await Bluebird.map(posts, (post) => prisma.author.findUnique({ where: { id: post.authorId } })));
});

app.get('/j', async (req, res) => {
  const posts = await prisma.post.findMany({ take: 50, include: { author: true } });
  // ok: no-query-in-loop
  res.json(posts.map((post) => ({ ...post, author: post.author.name })));
});

app.get('/k', async (req, res) => {
  // ok: no-query-in-loop -- counts of a few named things
  const [posts, authors] = await Promise.all(['post', 'author'].map((name) => prisma[name].count()));
  res.json({ posts, authors });
});

app.post('/l', async (req, res) => {
  // ok: no-query-in-loop -- a part at a time
  for (const part of _.chunk(req.body.ids, 100)) {
    await prisma.post.deleteMany({ where: { id: { in: part } } });
  }
  res.end();
});

module.exports = app;
