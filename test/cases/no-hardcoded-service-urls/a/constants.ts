// bad: no-hardcoded-service-urls
// fix: no-hardcoded-service-urls
export const PAYMENTS_URL = 'http://payments:8080';
