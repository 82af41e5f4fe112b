import {
  Account,
  AccountList,
  ApiTokenList,
  NewApiToken,
  type CreateApiToken,
} from '@spotsmith/contract/account';
import { AuditPage } from '@spotsmith/contract/audit';
import { InstallationCosts } from '@spotsmith/contract/costs';
import { JobOverview } from '@spotsmith/contract/jobs';
import { z } from 'zod';
import { caller } from './api-client.ts';
import type { AccountBook } from './manage-users.ts';

/** What an operator asks of a server; all but the tokens needs the token of an owner. */
export function adminClient(server: { url: string; token: string }) {
  const call = caller(server);
  const accounts: AccountBook = {
    list: async () => (await call(AccountList, 'GET', '/api/users')).items,
    add: (user) => call(Account, 'POST', '/api/users', user),
    edit: async (id, edit) => void (await call(Account, 'PATCH', `/api/users/${id}`, edit)),
  };
  return {
    accounts,
    costs: () => call(InstallationCosts, 'GET', '/api/costs'),
    tokens: async () => (await call(ApiTokenList, 'GET', '/api/tokens')).items,
    addToken: (wish: CreateApiToken) => call(NewApiToken, 'POST', '/api/tokens', wish),
    revokeToken: (id: string) => call(z.null(), 'DELETE', `/api/tokens/${id}`),
    audit: (limit: number) => call(AuditPage, 'GET', `/api/audit?limit=${limit}`),
    jobs: () => call(JobOverview, 'GET', '/api/jobs'),
    retryJob: (id: string) => call(z.null(), 'POST', `/api/jobs/${id}/retry`),
    discardJob: (id: string) => call(z.null(), 'DELETE', `/api/jobs/${id}`),
  };
}
