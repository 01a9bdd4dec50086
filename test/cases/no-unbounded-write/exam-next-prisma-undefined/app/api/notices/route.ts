// @complete: no-unbounded-write
import { z } from 'zod';
import { Notice } from '../../../lib/models';
import { prisma } from '../../../lib/db';

const Params = z.object({ team: z.string().min(1) });

export async function DELETE(request: Request) {
  const team = new URL(request.url).searchParams.get('team') ?? undefined;
  // bad: no-unbounded-write -- without ?team, where: { team: undefined } is every row
  await prisma.notice.deleteMany({ where: { team } });
  return new Response(null, { status: 204 });
}

export async function PATCH(request: Request) {
  const { team } = Params.parse(await request.json());
  // ok: no-unbounded-write -- checked: it is there
  await prisma.notice.updateMany({ where: { team }, data: { read: true } });
  return new Response(null, { status: 204 });
}

export async function PUT(request: Request) {
  const team = new URL(request.url).searchParams.get('team');
  if (!team) return new Response(null, { status: 400 });
  // ok: no-unbounded-write -- a guard before it
  await prisma.notice.updateMany({ where: { team }, data: { read: true } });
  return new Response(null, { status: 204 });
}

export async function POST() {
  // bad: no-unbounded-write
  await Notice.updateMany({}, { $set: { read: true } });
  // bad: no-unbounded-write
  await prisma.notice.deleteMany();
  // bad: no-unbounded-write
  await prisma.notice.updateMany({ data: { read: true } });
  // ok: no-unbounded-write -- one row by its id
  await Notice.deleteOne({ _id: 'x' });
  // ok: no-unbounded-write
  await Notice.deleteMany({ team: 'x', read: true });
  return new Response(null, { status: 204 });
}
