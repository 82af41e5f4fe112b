import { apiClient, type ApiClient } from '../../apps/server/src/cli/api-client.ts';

/** So many people, each with an account and an address of their own, as behind the proxy of a company. */
export async function invitePeople(
  { url, token }: { url: string; token: string },
  count: number,
): Promise<ApiClient[]> {
  const people: ApiClient[] = [];
  for (let number = 1; number <= count; number++) {
    const headers = { 'x-forwarded-for': `10.0.0.${number}` };
    const account = { email: `person${number}@example.com`, password: 'a long enough password' };
    const owner = { ...headers, authorization: `Bearer ${token}` };
    await post(`${url}/api/users`, { ...account, full_name: `Person ${number}` }, owner);
    const login = (await post(`${url}/api/auth/login`, account, headers)) as { access_token: string };
    people.push(apiClient({ url, token: login.access_token, headers }));
  }
  return people;
}

/** Posts JSON and reads JSON. Throws with what the server said when it said no. */
export async function post(url: string, body: object, headers: Record<string, string>): Promise<unknown> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

/** The number that so many percent of them do not pass. */
export function percentile(numbers: readonly number[], percent: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}
