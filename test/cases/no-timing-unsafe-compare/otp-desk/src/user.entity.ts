export enum UserStatus {
  Active = 'active',
  Blocked = 'blocked',
}
export class User {
  id!: string;
  status!: UserStatus;
  resetToken!: string | null;
  phoneOtp!: string | null;
}
