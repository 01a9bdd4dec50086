import { render } from 'preact';
import { App } from './app.js';
import { survey } from './report-data.js';

document.title = `${survey.project.name}: backend report`;
render(<App />, document.getElementById('app')!);
