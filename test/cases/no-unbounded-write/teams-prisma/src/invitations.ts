// @complete: no-unbounded-write
import { prisma } from './db.js';
import { everyInvitation, expired } from './filters.js';

interface Scope {
  teamId?: string;
  email: string;
}

export async function revoke(teamId?: string) {
  // bad: no-unbounded-write
  return prisma.invitation.deleteMany({ where: { teamId } });
}

export async function revokeOf({ teamId }: { teamId?: string }) {
  // bad: no-unbounded-write
  await prisma.invitation.updateMany({ where: { teamId: teamId }, data: { revoked: true } });
}

export async function revokeIn(scope: Scope) {
  // bad: no-unbounded-write
  await prisma.invitation.deleteMany({ where: { teamId: scope.teamId } });
}

export async function revokeChecked(teamId?: string) {
  if (!teamId) throw new Error('teamId is required');
  // ok: no-unbounded-write
  return prisma.invitation.deleteMany({ where: { teamId } });
}

export async function revokeWhenKnown(teamId: string | undefined) {
  if (teamId) {
    // ok: no-unbounded-write
    await prisma.invitation.deleteMany({ where: { teamId } });
  }
}

export async function revokeFor(scope: Scope) {
  // ok: no-unbounded-write
  await prisma.invitation.deleteMany({ where: { teamId: scope.teamId, email: scope.email } });
}

export async function revokeDefault(teamId = 'public') {
  // ok: no-unbounded-write
  return prisma.invitation.deleteMany({ where: { teamId } });
}

export async function dropAll() {
  // bad-cross: no-unbounded-write
  await prisma.invitation.deleteMany({ where: everyInvitation });
}

export async function dropExpired() {
  // ok-cross: no-unbounded-write
  await prisma.invitation.deleteMany({ where: expired(new Date()) });
}

export async function rename(id: string, name: string) {
  // ok: no-unbounded-write
  return prisma.team.update({ where: { id }, data: { name } });
}
