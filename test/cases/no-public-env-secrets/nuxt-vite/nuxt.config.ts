export default defineNuxtConfig({
  runtimeConfig: {
    // ok: no-public-env-secrets
    stripeSecretKey: '',
    public: {
      // bad: no-public-env-secrets
      stripeSecretKey: '',
      // ok: no-public-env-secrets
      apiBase: '/api',
    },
  },
});
