// @complete: require-graphql-limits
import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Repository } from 'typeorm';
import { Absence, Person } from './entities';

@Resolver(() => Person)
export class PeopleResolver {
  constructor(private readonly absences: Repository<Absence>) {}

  // ok: require-graphql-limits
  @Query(() => String)
  motto() {
    return 'x';
  }

  // bad: require-graphql-limits
  @ResolveField(() => [Absence])
  absencesOf(@Parent() person: Person) {
    return this.absences.find({ where: { personId: person.id } });
  }
}
