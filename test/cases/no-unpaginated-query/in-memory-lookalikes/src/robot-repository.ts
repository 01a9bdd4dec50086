// @complete: no-unpaginated-query -- no database in this project
export interface Robot {
  id: string;
  state: string;
}

/** Robots of the running simulation, in memory. */
export class RobotRepository {
  private readonly robots = new Map<string, Robot>();

  find(filter: Partial<Robot> = {}): Robot[] {
    return [...this.robots.values()].filter((robot) => !filter.state || robot.state === filter.state);
  }

  findAll(): Robot[] {
    return this.find();
  }

  findMany(args: { where?: Partial<Robot> } = {}): Robot[] {
    return this.find(args.where);
  }

  select(state: string) {
    return { execute: () => this.find({ state }) };
  }
}
