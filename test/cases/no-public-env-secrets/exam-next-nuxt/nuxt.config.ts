// @complete: no-public-env-secrets
export default defineNuxtConfig({
  runtimeConfig: {
    // ok: no-public-env-secrets
    stripeSecret: process.env.STRIPE_SECRET_KEY,
    public: {
      // ok: no-public-env-secrets
      siteUrl: process.env.NUXT_PUBLIC_SITE_URL,
      // bad: no-public-env-secrets
      apiSecret: process.env.NUXT_PUBLIC_API_SECRET,
    },
  },
});
