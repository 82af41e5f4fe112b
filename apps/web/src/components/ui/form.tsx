'use client';
import type { ComponentProps } from 'react';

type FormProps = Omit<ComponentProps<'form'>, 'action' | 'onSubmit'> & { onSend: (form: FormData) => void };

/** A form that is sent by us and keeps what was typed when the answer is no. */
export function Form({ onSend, ...props }: FormProps) {
  return (
    <form
      {...props}
      // Sent before our script runs, it would otherwise put what was typed into the address.
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        onSend(new FormData(event.currentTarget));
      }}
    />
  );
}
