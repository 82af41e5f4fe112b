import { Installation } from '@spotsmith/contract/account';
import { ModelList, Options } from '@spotsmith/contract/options';
import type { Ports } from '#src/ports/ports.ts';
import { needsOwner } from '#src/use-cases/account/set-up-owner.ts';
import type { App } from '../app.ts';
import type { ServerOptions } from '../server-options.ts';

const tags = ['installation'];

/** What there is to choose from. Nothing in here is anybody's, so none of it needs a login. */
export function installationRoutes(
  app: App,
  { store }: Pick<Ports, 'store'>,
  {
    installation,
    tellDemoLogin,
    listModels,
    finishOptions,
  }: Pick<ServerOptions, 'installation' | 'tellDemoLogin' | 'listModels' | 'finishOptions'>,
): void {
  app.get(
    '/api/installation',
    {
      schema: {
        tags,
        operationId: 'getInstallation',
        summary: 'What this installation can do.',
        security: [],
        response: { 200: Installation },
      },
    },
    async () => ({
      ...installation,
      demo_login: await tellDemoLogin(),
      needs_owner: await needsOwner(store.read),
    }),
  );

  app.get(
    '/api/models',
    {
      schema: {
        tags,
        operationId: 'listModels',
        summary: 'Models to choose from, with their prices.',
        security: [],
        response: { 200: ModelList },
      },
    },
    async () => ({ items: await listModels() }),
  );

  app.get(
    '/api/options',
    {
      schema: {
        tags,
        operationId: 'getOptions',
        summary: 'Fonts, transitions and moods that the Finish step offers.',
        security: [],
        response: { 200: Options },
      },
    },
    () => finishOptions,
  );
}
