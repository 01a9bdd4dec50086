// @complete: no-hardcoded-secrets
export const wording = {
  opening: 'Hello, this is Devices support.',
  closing: 'Paper-Lantern-Creek-909',
};
