import { DiskUse, Preferences, QuotaList } from '@spotsmith/contract/account';
import type { Ports } from '#src/ports/ports.ts';
import { editPreferences } from '#src/use-cases/account/edit-preferences.ts';
import { listQuotas } from '#src/use-cases/account/list-quotas.ts';
import { measureDiskUse } from '#src/use-cases/account/measure-disk-use.ts';
import type { App } from '../app.ts';
import { callerOf } from '../authentication.ts';

const tags = ['account'];

/** What a person's new ads start with, and the room that their files take. */
export function preferenceRoutes(app: App, ports: Pick<Ports, 'store' | 'files' | 'limits'>): void {
  app.get(
    '/api/preferences',
    {
      schema: {
        tags,
        operationId: 'getPreferences',
        summary: 'Your caps and models for new ads.',
        response: { 200: Preferences },
      },
    },
    (request) => callerOf(request).user.preferences,
  );

  app.put(
    '/api/preferences',
    {
      config: { scope: 'manage' },
      schema: {
        tags,
        operationId: 'editPreferences',
        summary: 'Change your caps, within the installation’s, and your models for new ads.',
        body: Preferences,
        response: { 200: Preferences },
      },
    },
    (request) => editPreferences(ports, { userId: callerOf(request).user.id, preferences: request.body }),
  );

  app.get(
    '/api/disk-use',
    {
      schema: {
        tags,
        operationId: 'getDiskUse',
        summary: 'How much room your files take; for owners everybody’s too, and what is left.',
        response: { 200: DiskUse },
      },
    },
    (request) => measureDiskUse(ports, { user: callerOf(request).user }),
  );

  app.get(
    '/api/quotas',
    {
      schema: {
        tags,
        operationId: 'getQuotas',
        summary: 'What you use of the disk, ads, photos, music and running work, and how much you may.',
        response: { 200: QuotaList },
      },
    },
    (request) => listQuotas(ports, { user: callerOf(request).user }),
  );
}
