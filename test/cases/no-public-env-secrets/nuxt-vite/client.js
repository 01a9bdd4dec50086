// @complete: no-public-env-secrets
// bad: no-public-env-secrets
import { PUBLIC_ADMIN_TOKEN, PUBLIC_SITE_NAME } from '$env/static/public';
// bad: no-public-env-secrets
const { VITE_JWT_SECRET, VITE_TITLE } = import.meta.env;
// bad: no-public-env-secrets
const token = process.env.REACT_APP_GITHUB_TOKEN;
// bad: no-public-env-secrets
const openai = process.env['EXPO_PUBLIC_OPENAI_API_KEY'];
// ok: no-public-env-secrets
const posthog = import.meta.env.VITE_POSTHOG_KEY;
// ok: no-public-env-secrets
const again = process.env.REACT_APP_GITHUB_TOKEN;
export { PUBLIC_ADMIN_TOKEN, PUBLIC_SITE_NAME, VITE_JWT_SECRET, VITE_TITLE, again, openai, posthog, token };
