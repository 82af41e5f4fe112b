'use client';
import type { Comment } from '@spotsmith/contract/shares';
import { useMutation } from '@tanstack/react-query';
import { Clock, Send } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { Textarea } from '#src/components/ui/input.tsx';
import { Notice } from '#src/components/ui/notice.tsx';
import { callApi } from '#src/data/call-api.ts';
import { timecode } from '#src/film/timecode.ts';
import { useProblemWords } from '#src/i18n/problem-words.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { frameOf } from '#src/screens/watch/scrub-bar.tsx';
import type { Playback } from '#src/screens/watch/use-playback.ts';

type CommentFormProps = {
  path: string;
  playback: Playback;
  /** The name it is sent under; null, with the cursor in its field, while there is none. */
  askName: () => string | null;
  onSent: (comment: Comment) => void;
};

/** A comment about the moment at which the film stands, or about all of it. Writing pauses the film. */
export function CommentForm({ path, playback, askName, onSent }: CommentFormProps) {
  const { t } = useTranslator();
  const inWords = useProblemWords();
  const [text, setText] = useState('');
  const [isTimed, setTimed] = useState(true);
  const field = useRef<HTMLTextAreaElement>(null);
  const send = useMutation({
    mutationFn: (author: string) =>
      callApi<Comment>(path, {
        method: 'POST',
        body: { author, text, at_seconds: isTimed ? playback.seconds : null },
      }),
    onSuccess: (comment) => {
      setText('');
      onSent(comment);
      field.current?.focus();
    },
  });
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    const author = askName();
    if (author !== null && text.trim() !== '' && !send.isPending) send.mutate(author);
  };
  const time = timecode(frameOf(playback.seconds));
  return (
    <form onSubmit={submit} className="flex flex-col gap-2">
      {send.error !== null && <Notice tone="danger">{inWords(send.error)}</Notice>}
      <Textarea
        ref={field}
        aria-label={t('review.write')}
        placeholder={t('review.write')}
        maxLength={1000}
        value={text}
        onFocus={playback.pause}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        }}
        className="max-h-40 min-h-16!"
      />
      <div className="flex items-center justify-between gap-2">
        <Button
          look={isTimed ? 'secondary' : 'quiet'}
          aria-pressed={isTimed}
          onClick={() => setTimed((now) => !now)}
          className="px-2.5"
        >
          <Clock />
          <span className="figures">{isTimed ? t('review.at', { time }) : t('review.whole')}</span>
        </Button>
        <Button type="submit" disabled={text.trim() === '' || send.isPending}>
          <Send />
          {t('review.send')}
        </Button>
      </div>
      <p role="status" className="sr-only">
        {send.isSuccess && text === '' ? t('review.sent') : ''}
      </p>
    </form>
  );
}
