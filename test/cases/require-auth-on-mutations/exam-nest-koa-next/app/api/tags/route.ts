// @complete: require-auth-on-mutations
import { auth } from '../../../auth';
import { Tag } from '../../../lib/model';
import { requireUser, withUser } from '../../../lib/require-user';

// ok: require-auth-on-mutations
export async function GET() {
  return Response.json(await Tag.findAll({ limit: 20 }));
}

// ok-cross: require-auth-on-mutations
export async function POST(request: Request) {
  await requireUser();
  const { name } = await request.json();
  return Response.json(await Tag.create({ name }), { status: 201 });
}

// ok-cross: require-auth-on-mutations -- wrapped
export const PUT = withUser(async (request) => {
  const { id, name } = await request.json();
  await Tag.update({ name }, { where: { id } });
  return new Response(null, { status: 204 });
});

// ok-cross: require-auth-on-mutations
export async function PATCH(request: Request) {
  const session = await auth();
  if (!session) return new Response(null, { status: 401 });
  const { id, name } = await request.json();
  await Tag.update({ name }, { where: { id } });
  return new Response(null, { status: 204 });
}

// bad: require-auth-on-mutations
export async function DELETE(request: Request) {
  const { id } = await request.json();
  await Tag.destroy({ where: { id } });
  return new Response(null, { status: 204 });
}
