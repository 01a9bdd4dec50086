export const config = {
  adminKey: process.env.ADMIN_API_KEY ?? '',
  webhookSecret: process.env.CARRIER_WEBHOOK_SECRET ?? '',
  mode: process.env.MODE ?? 'live',
};
