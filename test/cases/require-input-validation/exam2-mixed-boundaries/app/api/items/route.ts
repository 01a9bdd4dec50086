// @complete: require-input-validation
import { NextResponse } from 'next/server';
import { z } from 'zod';
import { prisma } from '../../../src/services/db';

const Item = z.object({ name: z.string().max(80) });

export async function POST(request: Request) {
  // bad: require-input-validation
  const body = await request.json();
  const item = await prisma.item.create({ data: { name: body.name } });
  return NextResponse.json(item, { status: 201 });
}

export async function PUT(request: Request) {
  const { name } = await Item.parseAsync(await request.json());
  // ok: require-input-validation
  const item = await prisma.item.update({ where: { id: 1 }, data: { name } });
  return NextResponse.json(item);
}

export async function PATCH(request: Request) {
  // bad: require-input-validation
  const form = await request.formData();
  await prisma.item.update({ where: { id: 1 }, data: { name: form.get('name') as string } });
  const parsed = Item.parse(Object.fromEntries(form));
  // ok: require-input-validation
  await prisma.item.update({ where: { id: 1 }, data: { name: parsed.name } });
  return new Response(null, { status: 204 });
}
