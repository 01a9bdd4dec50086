// @complete: no-query-in-loop
import { prisma } from './prisma';

export async function coverOf(albumId: string) {
  return prisma.photo.findFirst({ where: { albumId }, orderBy: { takenAt: 'asc' } });
}

export const albumService = {
  async remove(id: string) {
    await prisma.album.delete({ where: { id } });
  },
  async removeAll(ids: string[]) {
    await prisma.album.deleteMany({ where: { id: { in: ids } } });
  },
};
