// @complete: no-template-injection
import Handlebars from 'handlebars';
import nunjucks from 'nunjucks';

const env = new nunjucks.Environment(new nunjucks.FileSystemLoader('templates'), { autoescape: true });

export function renderNamed(name: string, data: object): string {
  return env.render(name, data);
}

export function renderText(source: string, data: object): string {
  const template = Handlebars.compile(source);
  return template(data);
}

export class Renderer {
  constructor(private readonly source: string) {}

  render(data: object): string {
    return nunjucks.renderString(this.source, data);
  }
}
