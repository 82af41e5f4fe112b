'use client';
import type { Asset } from '@spotsmith/contract/assets';
import type { Session } from '@spotsmith/contract/sessions';
import type { Provider } from '@spotsmith/contract/words';
import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { Field } from '#src/components/ui/field.tsx';
import { Form } from '#src/components/ui/form.tsx';
import { Textarea } from '#src/components/ui/input.tsx';
import { callApi, newKey } from '#src/data/call-api.ts';
import { useSessionAction } from '#src/data/use-session-action.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { isWorking } from '#src/journey/steps.ts';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';
import { findAsset, withAsset } from './session-assets.ts';

type Redraw = { text: string; provider?: Provider };

type RedrawFormProps = { asset: Asset; label: string; action: string; hint: string; onDone?: () => void };

/** The prompt of one image or clip, and the button that makes it again. What was there is kept as a version. */
export function RedrawForm({ asset, label, action, hint, onDone }: RedrawFormProps) {
  const { t } = useTranslator();
  const { session } = useAd();
  const [prompt, setPrompt] = useState(asset.prompt ?? '');
  const redraw = useSessionAction<Redraw>(session.id, {
    send: ({ version }, { text, provider }) =>
      callApi<Session>(`/api/sessions/${session.id}/assets/${asset.id}/regenerate`, {
        method: 'POST',
        body: {
          version,
          ...(text === '' ? {} : { prompt: text }),
          ...(provider === undefined ? {} : { provider }),
        },
        idempotencyKey: newKey(),
      }),
    foresee: (shown) =>
      withAsset(shown, asset.id, { status: 'queued', url: null, poster_url: null, trouble: null }),
    about: (shown) => findAsset(shown, asset.id)?.version_number,
    onDone: () => onDone?.(),
  });
  const isBusy = isWorking(session);

  return (
    <Form onSend={() => redraw.mutate({ text: prompt.trim() })} className="flex flex-col gap-3">
      <Field label={label} hint={isBusy ? t('redraw.later') : hint}>
        <Textarea
          value={prompt}
          onChange={(event) => setPrompt(event.target.value)}
          maxLength={1000}
          className="min-h-36"
        />
      </Field>
      <Button type="submit" disabled={isBusy || redraw.isPending}>
        <RefreshCw />
        {action}
      </Button>
      {asset.status === 'failed' && session.options.provider === 'replicate' && (
        <Button
          look="quiet"
          disabled={isBusy || redraw.isPending}
          onClick={() => redraw.mutate({ text: prompt.trim(), provider: 'studio' })}
        >
          {t('redraw.local')}
        </Button>
      )}
    </Form>
  );
}
