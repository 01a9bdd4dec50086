// @complete: no-weak-password-hash
import * as bcrypt from 'bcryptjs';
import { createHash } from 'crypto';
import { BeforeInsert, Column, Entity } from 'typeorm';

@Entity()
export class Member {
  @Column() password!: string;

  @BeforeInsert()
  async hashPassword(): Promise<void> {
    // ok: no-weak-password-hash
    this.password = await bcrypt.hash(this.password, 10);
  }
}

@Entity()
export class OldMember {
  @Column() password!: string;

  @BeforeInsert()
  setPassword(): void {
    // bad: no-weak-password-hash
    this.password = createHash('sha1').update(this.password).digest('hex');
  }
}

@Entity()
export class FastMember {
  @Column() password!: string;

  @BeforeInsert()
  hash(): void {
    // bad: no-weak-password-hash
    this.password = bcrypt.hashSync(this.password, bcrypt.genSaltSync(6));
  }
}
