import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';

const greeting = Handlebars.compile(readFileSync('templates/greeting.hbs', 'utf8'));

export const renderGreeting = (data: { name: string }): string => greeting(data);
export const renderSource = (source: string, data: object): string => Handlebars.compile(source)(data);
