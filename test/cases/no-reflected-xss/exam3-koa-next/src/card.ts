const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

export const card = ({ title, text }: { title: string; text: string }) => `<article><h2>${title}</h2>${text}</article>`;

export const safeCard = ({ title, text }: { title: string; text: string }) =>
  `<article><h2>${escape(title)}</h2>${escape(text)}</article>`;
