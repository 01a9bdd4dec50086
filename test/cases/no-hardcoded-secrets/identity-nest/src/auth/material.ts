// @complete: no-hardcoded-secrets
export const motto = 'grey heron, three oars, 1974';
export const region = 'eu-central-1';
