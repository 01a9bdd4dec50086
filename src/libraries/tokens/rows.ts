import type { JwtRow, MemberRow } from '../../model/library.js';

/** What a PEM key in place of a secret is signed with; the first is suggested first. */
export const PEM_ALGORITHMS = ['RS256', 'ES256'];

/** A member that does what the row says; its secret positions are secrets for every rule. */
export const token = (jwt: JwtRow, more: MemberRow = {}): MemberRow => ({ ...more, secrets: jwt.secret, jwt });
