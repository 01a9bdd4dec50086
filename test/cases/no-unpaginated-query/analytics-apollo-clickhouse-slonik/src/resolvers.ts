// @complete: no-unpaginated-query
import { PrismaClient } from '@prisma/client';
import { clicks, recentClicks } from './clicks.js';

const prisma = new PrismaClient();

interface PageArgs {
  first: number;
  after?: string;
}

export const resolvers = {
  Query: {
    // bad: no-unpaginated-query
    // fix: no-unpaginated-query
    campaigns: () => prisma.campaign.findMany({ orderBy: { name: 'asc' } }),

    // bad: no-unpaginated-query
    campaignsInState: (_: unknown, { state }: { state: string }) => prisma.campaign.findMany({ where: { state } }),

    // ok: no-unpaginated-query
    campaignPage: (_: unknown, { first, after }: PageArgs) =>
      prisma.campaign.findMany({ take: Math.min(first, 100), ...(after && { cursor: { id: after }, skip: 1 }) }),

    // ok: no-unpaginated-query
    campaign: (_: unknown, { id }: { id: string }) => prisma.campaign.findUnique({ where: { id } }),

    clicks: () => clicks(),
    recentClicks: () => recentClicks(),
  },
  Campaign: {
    // ok: no-unpaginated-query -- the parent's children
    banners: (campaign: { id: string }) => prisma.banner.findMany({ where: { campaignId: campaign.id } }),
  },
};
