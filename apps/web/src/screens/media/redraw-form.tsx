'use client';
import type { Asset } from '@spotsmith/contract/assets';
import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { Field } from '#src/components/ui/field.tsx';
import { Form } from '#src/components/ui/form.tsx';
import { Textarea } from '#src/components/ui/input.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { isWorking } from '#src/journey/steps.ts';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';
import { useRedraw } from './use-redraw.ts';

type RedrawFormProps = { asset: Asset; label: string; action: string; hint: string; onDone?: () => void };

/** The prompt of one image or clip, and the button that makes it again. */
export function RedrawForm({ asset, label, action, hint, onDone }: RedrawFormProps) {
  const { t } = useTranslator();
  const { session } = useAd();
  const [prompt, setPrompt] = useState(asset.prompt ?? '');
  const redraw = useRedraw(asset, onDone);
  const isBusy = isWorking(session);
  const text = prompt.trim();

  return (
    <Form onSend={() => redraw.mutate(text === '' ? {} : { prompt: text })} className="flex flex-col gap-3">
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
    </Form>
  );
}
