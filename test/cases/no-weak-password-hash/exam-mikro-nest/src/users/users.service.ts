// @complete: no-weak-password-hash
import { Injectable, UnauthorizedException } from '@nestjs/common';
import { EntityRepository } from '@mikro-orm/core';
import { InjectRepository } from '@mikro-orm/nestjs';
import * as bcrypt from 'bcrypt';
import bcryptjs from 'bcryptjs';
import * as argon2 from 'argon2';
import { hash as argonHash } from '@node-rs/argon2';
import MD5 from 'crypto-js/md5';
import CryptoJS from 'crypto-js';
import { User } from './user.entity';
import { encryptPassword, GOOD_ROUNDS, goodArgon, sha256, WEAK_ROUNDS, weakArgon } from '../security/hashing';

@Injectable()
export class UsersService {
  constructor(@InjectRepository(User) private readonly users: EntityRepository<User>) {}

  async register(dto: { email: string; password: string }) {
    // bad-cross: no-weak-password-hash
    const passwordHash = await bcrypt.hash(dto.password, WEAK_ROUNDS);
    // ok-cross: no-weak-password-hash
    const better = await bcrypt.hash(dto.password, GOOD_ROUNDS);
    // bad: no-weak-password-hash
    const salted = bcryptjs.hashSync(dto.password, bcryptjs.genSaltSync(8));
    // ok: no-weak-password-hash
    const saltedWell = bcryptjs.hashSync(dto.password, bcryptjs.genSaltSync(12));
    // bad-cross: no-weak-password-hash
    const weak = await argon2.hash(dto.password, weakArgon);
    // ok-cross: no-weak-password-hash
    const good = await argon2.hash(dto.password, goodArgon);
    // ok: no-weak-password-hash -- the library's defaults are above the minima
    const byDefault = await argon2.hash(dto.password);
    // bad: no-weak-password-hash
    const native = await argonHash(dto.password, { memoryCost: 1024, timeCost: 2 });
    const stored = encryptPassword(dto.password);
    return [stored, passwordHash, better, salted, saltedWell, weak, good, byDefault, native];
  }

  async login(email: string, password: string) {
    const user = await this.users.findOneOrFail({ email });
    // bad: no-weak-password-hash
    if (user.password !== password) throw new UnauthorizedException();
    return user;
  }

  async loginDigest(email: string, password: string) {
    // bad-cross: no-weak-password-hash
    const user = await this.users.findOne({ email, passwordHash: sha256(password) });
    if (!user) throw new UnauthorizedException();
    return user;
  }

  async loginMd5(email: string, password: string) {
    const user = await this.users.findOneOrFail({ email });
    // bad: no-weak-password-hash
    if (user.passwordHash !== MD5(password).toString()) throw new UnauthorizedException();
    // bad: no-weak-password-hash
    const legacy = CryptoJS.AES.encrypt(password, process.env.PASSWORD_KEY!).toString();
    return { user, legacy };
  }

  async loginWell(email: string, password: string) {
    const user = await this.users.findOneOrFail({ email });
    // ok: no-weak-password-hash
    if (!(await bcrypt.compare(password, user.passwordHash))) throw new UnauthorizedException();
    return user;
  }

  confirm(dto: { password: string; passwordConfirmation: string }) {
    // ok: no-weak-password-hash -- two fields of one form
    if (dto.password !== dto.passwordConfirmation) throw new UnauthorizedException();
  }

  async dedupe(fileContents: string) {
    // ok-cross: no-weak-password-hash
    return sha256(fileContents);
  }
}
