import type { Position } from '../library.js';

/** Derives something from a password so slowly that guessing costs. */
export interface PasswordRow {
  readonly kdf: 'bcrypt' | 'scrypt' | 'pbkdf2' | 'argon2' | 'none';
  /** Where the password stands; absent for calls that only make a salt with its cost. */
  readonly password?: Position;
  /** bcrypt's rounds, PBKDF2's iterations, scrypt's N, Argon2's memory in KiB: where it stands, first found wins. */
  readonly cost?: readonly Position[];
  /** What is taken where none stands; absent where the library's default is good. */
  readonly byDefault?: number;
  /** Argon2's iterations, scrypt's block size and parallelization. */
  readonly time?: readonly Position[];
  readonly block?: readonly Position[];
  readonly parallel?: readonly Position[];
  /** PBKDF2's hash. */
  readonly digest?: readonly Position[];
}
