// @complete: require-input-validation
import { json, type RequestHandler } from '@sveltejs/kit';
import { z } from 'zod';
import { createNote, prisma } from '$lib/db';

const Note = z.object({ text: z.string().max(1000) });

export const POST: RequestHandler = async ({ request }) => {
  // bad: require-input-validation
  const { text } = await request.json();
  return json(await prisma.note.create({ data: { text } }), { status: 201 });
};

export const PUT: RequestHandler = async ({ request }) => {
  // ok: require-input-validation
  const note = Note.parse(await request.json());
  return json(await createNote(note));
};
