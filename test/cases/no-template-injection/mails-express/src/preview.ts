import nunjucks from 'nunjucks';

export const preview = (subject: string): string => nunjucks.renderString('<h1>' + subject + '</h1>', {});
