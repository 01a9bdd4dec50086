// @complete: no-command-injection
import { MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { exec } from 'node:child_process';

@WebSocketGateway()
export class GitGateway {
  @SubscribeMessage('diff')
  diff(@MessageBody() body: { from: string; to: string }) {
    // bad: no-command-injection
    exec(`git diff ${body.from}..${body.to}`);
  }

  @SubscribeMessage('depth')
  depth(@MessageBody('n') n: unknown) {
    if (!Number.isInteger(n)) return;
    // ok: no-command-injection
    exec(`git fetch --depth=${n}`);
  }
}

@Resolver()
export class GitResolver {
  @Mutation(() => Boolean)
  merge(@Args('branch') branch: string) {
    // bad: no-command-injection
    exec('git merge '.concat(branch));
    return true;
  }
}
