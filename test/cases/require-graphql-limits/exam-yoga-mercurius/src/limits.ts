import depthLimit from 'graphql-depth-limit';

export const rules = [depthLimit(7)];
