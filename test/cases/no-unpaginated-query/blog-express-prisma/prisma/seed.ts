// @complete: no-unpaginated-query -- a seed
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const authors = await prisma.author.findMany();
for (const author of authors) {
  await prisma.post.create({ data: { slug: author.id, title: 'Hello', status: 'draft', country: 'NO', authorId: author.id } });
}
