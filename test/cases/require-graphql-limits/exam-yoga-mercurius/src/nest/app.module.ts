// @complete: require-graphql-limits
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { rules } from '../limits';

@Module({
  imports: [
    // bad: require-graphql-limits
    GraphQLModule.forRoot<ApolloDriverConfig>({ driver: ApolloDriver, autoSchemaFile: true, playground: true }),
  ],
})
export class OpenModule {}

@Module({
  imports: [
    // ok-cross: require-graphql-limits
    GraphQLModule.forRoot<ApolloDriverConfig>({ driver: ApolloDriver, autoSchemaFile: true, validationRules: rules, introspection: false }),
  ],
})
export class ClosedModule {}
