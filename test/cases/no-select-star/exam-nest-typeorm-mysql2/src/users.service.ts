import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Admin } from './admin.entity';
import { City, User } from './user.entity';

@Injectable()
export class UsersService {
  constructor(
    @InjectRepository(User) private readonly users: Repository<User>,
    @InjectRepository(Admin) private readonly admins: Repository<Admin>,
    @InjectRepository(City) private readonly cities: Repository<City>,
  ) {}

  byId(id: string) {
    return this.users.findOneByOrFail({ id });
  }

  profile(id: string) {
    return this.users.findOneOrFail({ where: { id }, select: { id: true, email: true } });
  }

  admin(id: string) {
    return this.admins.findOneByOrFail({ id });
  }

  city(id: number) {
    return this.cities.findOneByOrFail({ id });
  }
}
