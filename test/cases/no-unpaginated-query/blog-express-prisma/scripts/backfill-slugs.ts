// @complete: no-unpaginated-query -- a script that somebody runs once
import { prisma } from '../src/prisma.js';

const posts = await prisma.post.findMany({ where: { slug: '' } });
console.log(posts.length);
