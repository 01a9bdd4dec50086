import { PrismaClient } from '@prisma/client';

export const prisma = new PrismaClient();
export const createNote = (note: { text: string }) => prisma.note.create({ data: { text: note.text } });
