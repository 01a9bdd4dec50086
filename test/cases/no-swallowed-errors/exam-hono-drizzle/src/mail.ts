// @complete: no-swallowed-errors
export async function sendInvite(email: string): Promise<void> {
  const res = await fetch('https://mail.example.com/send', { method: 'POST', body: JSON.stringify({ email }) });
  if (!res.ok) throw new Error(`mail answered ${res.status}`);
}

export function sendLater(email: string): void {
  sendInvite(email).then(
    () => undefined,
    // Not seen yet: the second argument of then().
    () => undefined,
  );
}
