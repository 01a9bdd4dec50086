export const UPLOAD_LIMIT = '200mb';
export const JSON_LIMIT = '512kb';
export const FILES = { fileSize: 5 * 1024 * 1024, files: 3 };
export const HUGE = 2 * 1024 ** 3;
