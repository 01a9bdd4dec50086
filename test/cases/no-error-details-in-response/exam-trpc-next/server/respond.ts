import { NextResponse } from 'next/server';

export const serverError = (cause: unknown) => {
  console.error(cause);
  return NextResponse.json({ error: 'Something went wrong' }, { status: 500 });
};

export const failWith = (message: string, status = 500) => NextResponse.json({ error: message }, { status });
